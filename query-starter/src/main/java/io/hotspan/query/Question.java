package io.hotspan.query;

/** What is asked of the store; it may block. */
@FunctionalInterface
public interface Question<T> {
    T ask(StoreSession store);
}
