package io.hotspan.standalone;

import java.lang.reflect.Proxy;

/** Handles Ctrl-C. The JVM's own handler ignores a second one while shutdown hooks run. */
final class Interrupts {

    private Interrupts() {}

    static void onInterrupt(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException e) {
            // A JVM without it keeps its own handler: the first Ctrl-C works all the same.
        }
    }
}
