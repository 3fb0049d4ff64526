package io.hotspan.generator.bulk;

/** A request that was not delivered, with what the receiver had to say. */
public sealed class DeliveryException extends Exception permits RetryableDeliveryException {

    DeliveryException(String message) {
        super(message);
    }

    DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
