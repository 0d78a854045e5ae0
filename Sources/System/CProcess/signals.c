#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

int process_sign_open(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void process_sign_raise(int descriptor) {
    uint64_t one = 1;
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;
}

int process_sign_wait(int descriptor, int milliseconds) {
    struct pollfd waiting = {.fd = descriptor, .events = POLLIN};
    // A signal's interruption ends the wait early: callers look at their own deadline anyway.
    return poll(&waiting, 1, milliseconds) > 0;
}

static void stop_signals(sigset_t *signals) {
    sigemptyset(signals);
    sigaddset(signals, SIGTERM);
    sigaddset(signals, SIGINT);
    struct sigaction hangup;
    // A blocked signal is queued even where it is ignored, so nohup would stop the service without this.
    if (sigaction(SIGHUP, NULL, &hangup) == 0 && hangup.sa_handler != SIG_IGN) sigaddset(signals, SIGHUP);
}

int process_stop_signals_claim(void) {
    sigset_t signals;
    stop_signals(&signals);
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    if (sigaction(SIGPIPE, &ignored, NULL) != 0) return errno;
    return pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

int process_stop_signal_wait(int milliseconds) {
    sigset_t signals;
    stop_signals(&signals);
    for (;;) {
        int number;
        if (milliseconds < 0) {
            number = sigwaitinfo(&signals, NULL);
        } else {
            struct timespec limit = {milliseconds / 1000, (milliseconds % 1000) * 1000000L};
            number = sigtimedwait(&signals, NULL, &limit);
        }
        if (number > 0) return number;
        if (errno != EINTR) return 0;
    }
}
