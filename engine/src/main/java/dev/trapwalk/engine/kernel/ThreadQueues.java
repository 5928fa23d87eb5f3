package dev.trapwalk.engine.kernel;

/** Doubly linked queues of threads that wait on an endpoint or a notification. */
public final class ThreadQueues extends KernelPart {

    public ThreadQueues(Kernel kernel) {
        super(kernel);
    }
}
