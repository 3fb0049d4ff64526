package io.hotspan.embedded.testing;

/** The ClickHouse that the tests of one JVM share. */
public interface TestClickHouse {

    /** Base URL of the HTTP interface. */
    String httpUrl();

    /** JDBC URL of one database, without credentials. */
    String jdbcUrl(String database);

    String username();

    String password();

    /** Creates an empty database of a name no other test uses and returns the name. */
    String freshDatabase();
}
