package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.engine.session.target.Target;
import dev.trapwalk.engine.session.target.TargetFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A machine that stops answering in the middle of a unit when it is told to. */
final class BlockedMachine implements TargetFactory {

    private static final int LIMIT_SECONDS = 60;

    private final TargetFactory real;
    private final CountDownLatch blocks = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    /** Units that it still runs before it blocks; negative = it does not. */
    private final AtomicInteger left = new AtomicInteger(-1);

    BlockedMachine(TargetFactory real) {
        this.real = real;
    }

    /** From now on the machine blocks as soon as it is to run. */
    void arm() {
        armAfter(0);
    }

    /** From now on the machine runs some units more, and blocks in the one after them. */
    void armAfter(int units) {
        left.set(units);
    }

    /** Waits until it blocks. */
    void awaitBlocked() {
        try {
            assertThat(blocks.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("the machine blocks").isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Lets it go on. */
    void release() {
        left.set(-1);
        released.countDown();
    }

    @Override
    public Target boot() {
        Target machine = real.boot();
        return (Target) Proxy.newProxyInstance(Target.class.getClassLoader(), new Class<?>[] {Target.class},
                (proxy, method, arguments) -> call(machine, method, arguments));
    }

    private Object call(Target machine, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("advance") && left.get() >= 0 && left.getAndDecrement() == 0) {
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
