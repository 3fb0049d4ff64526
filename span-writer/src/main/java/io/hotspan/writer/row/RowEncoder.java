package io.hotspan.writer.row;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes rows of records. */
public interface RowEncoder {

    /**
     * Appends the rows of a record, or none.
     *
     * @return the number of rows
     * @throws UnreadableRecordException if it is not what it should be or fits no row
     */
    int append(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException;
}
