#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { first_free = 5, parking = 16, report_place = 4 };

struct failure {
    enum process_stage stage;
    int code;
};

static void report(int descriptor, enum process_stage stage, int code) {
    struct failure failure = {stage, code};
    ssize_t written = write(descriptor, &failure, sizeof failure);
    (void)written;
    _exit(127);
}

static int take_on(const struct process_identity *identity) {
    if (identity == NULL) return 0;
    if (setgroups((size_t)identity->group_count, identity->groups) != 0) return errno;
    if (setresgid(identity->group, identity->group, identity->group) != 0) return errno;
    if (setresuid(identity->user, identity->user, identity->user) != 0) return errno;
    return 0;
}

static void reset_signals(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

// The sources are moved out of the way first, so that no dup2 overwrites one that is still needed.
static int park(int descriptor) {
    if (descriptor < 0) descriptor = open("/dev/null", O_RDWR | O_CLOEXEC);
    return descriptor < 0 ? -1 : fcntl(descriptor, F_DUPFD_CLOEXEC, parking);
}

static int place_descriptors(const struct process_request *request, int reporting) {
    int input = park(-1), output = park(request->output), kept = park(request->kept);
    int parked_report = park(reporting);
    if (input < 0 || output < 0 || kept < 0 || parked_report < 0) return -1;
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) return -1;
    if (request->kept >= 0) {
        if (dup2(kept, 3) < 0) return -1;
    } else {
        close(3);
    }
    if (dup3(parked_report, report_place, O_CLOEXEC) < 0) return -1;
    return close_range(first_free, UINT_MAX, 0);
}

static void become(const struct process_request *request, int reporting, pid_t parent) {
    if (place_descriptors(request, reporting) != 0) report(reporting, process_stage_fork, errno);
    reset_signals();
    umask(077);
    if (request->new_session) setsid();
    int code = take_on(request->identity);
    if (code != 0) report(report_place, process_stage_identity, code);
    // After the change of ids, which would clear it.
    if (request->dies_with_parent) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) _exit(127);
    }
    if (chdir(request->folder == NULL ? "/" : request->folder) != 0) report(report_place, process_stage_folder, errno);
    execve(request->path, request->arguments, request->environment);
    report(report_place, process_stage_execute, errno);
}

static pid_t fork_quietly(void) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pid_t pid = fork();
    int code = errno;
    if (pid != 0) pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = code;
    return pid;
}

int process_start(const struct process_request *request, pid_t *pid, enum process_stage *failed) {
    int reporting[2];
    *failed = process_stage_fork;
    if (pipe2(reporting, O_CLOEXEC) != 0) return errno;

    pid_t parent = getpid();
    pid_t child = fork_quietly();
    if (child == 0) become(request, reporting[1], parent);
    int code = errno;
    close(reporting[1]);
    if (child < 0) {
        close(reporting[0]);
        return code;
    }

    struct failure failure;
    ssize_t count;
    do count = read(reporting[0], &failure, sizeof failure);
    while (count < 0 && errno == EINTR);
    close(reporting[0]);
    if (count == 0) {
        *pid = child;
        return 0;
    }
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    if (count != (ssize_t)sizeof failure) return EIO;
    *failed = failure.stage;
    return failure.code;
}

int process_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC);
}

int process_can_enter(const char *folder, const struct process_identity *identity) {
    pid_t child = fork_quietly();
    if (child < 0) return errno;
    if (child == 0) {
        int code = take_on(identity);
        if (code == 0 && chdir(folder) != 0) code = errno;
        _exit(code);
    }
    int status;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return errno;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
}

int process_collect(pid_t pid, int *status) {
    pid_t ended;
    do ended = waitpid(pid, status, WNOHANG);
    while (ended < 0 && errno == EINTR);
    return ended < 0 ? -1 : ended == pid;
}

int process_exit_code(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
