package dev.trapwalk.debug.core.tests;

import dev.trapwalk.engine.session.target.Target;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/** A machine that stops answering in the middle of a unit when it is told to. */
final class BlockedMachine implements TargetFactory {

    private final TargetFactory real;
    private final CountDownLatch blocks = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean armed;

    BlockedMachine(TargetFactory real) {
        this.real = real;
    }

    /** From now on the machine blocks as soon as it is to run. */
    void arm() {
        armed = true;
    }

    /** Waits until it blocks. */
    void awaitBlocked() throws InterruptedException {
        blocks.await();
    }

    /** Lets it go on. */
    void release() {
        armed = false;
        released.countDown();
    }

    @Override
    public Target boot() {
        Target machine = real.boot();
        return (Target) Proxy.newProxyInstance(Target.class.getClassLoader(), new Class<?>[] {Target.class},
                (proxy, method, arguments) -> call(machine, method, arguments));
    }

    private Object call(Target machine, Method method, Object[] arguments) throws Throwable {
        if (armed && method.getName().equals("advance")) {
            blocks.countDown();
            released.await();
        }
        try {
            return method.invoke(machine, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
