#ifndef EMAPA_CPROCESS_H
#define EMAPA_CPROCESS_H

#include <stddef.h>
#include <sys/types.h>

/// The ids a process runs with.
struct process_identity {
    uid_t user;
    gid_t group;
    gid_t groups[64];
    int group_count;
};

/// Looks a user up by name. Returns 0, ENOENT where there is none, or another errno.
int process_identity_named(const char *name, struct process_identity *identity);

/// Looks a user up by id and copies the name to `name`. Returns 0, ENOENT where there is none, or another errno.
int process_identity_of(uid_t user, struct process_identity *identity, char *name, size_t name_size);

/// Where a start failed.
enum process_stage {
    process_stage_fork = 0,
    process_stage_identity = 1,
    process_stage_folder = 2,
    process_stage_execute = 3,
};

/// What to start, and how. Of the caller's descriptors the child gets only the ones named here.
struct process_request {
    const char *path;
    char *const *arguments;
    char *const *environment;
    const char *folder;
    /// Written to by the child's standard output and error; -1 is /dev/null. Standard input is always /dev/null.
    int output;
    /// A descriptor the child keeps open as its number 3, for the lock on it; -1 is none.
    int kept;
    /// Not 0: a session of its own, so that the terminal's signals don't reach it.
    int new_session;
    /// Not 0: killed when the thread that started it ends.
    int dies_with_parent;
    /// The ids to take on (needs root), or NULL for the caller's.
    const struct process_identity *identity;
};

/// Starts a program with default signal handling and an empty signal mask.
/// Returns 0 and the pid once the program runs, else an errno and the stage that failed.
int process_start(const struct process_request *request, pid_t *pid, enum process_stage *failed);

/// Makes a pipe that no child inherits: its reading end, then its writing end. Returns 0 or -1 with errno.
int process_pipe(int ends[2]);

/// Tells whether a user may enter a folder: 0, or the errno that the user meets.
int process_can_enter(const char *folder, const struct process_identity *identity);

/// Collects a child that ended. Returns 1 and its wait status, 0 while it runs, -1 where it is no child of ours.
int process_collect(pid_t pid, int *status);

/// A wait status as the exit code, or 128 and the signal's number.
int process_exit_code(int status);

/// A descriptor that becomes readable for good once `process_sign_raise` is called; -1 on failure.
int process_sign_open(void);
void process_sign_raise(int descriptor);

/// Waits until the sign is raised (1) or the time is over (0).
int process_sign_wait(int descriptor, int milliseconds);

/// Keeps SIGTERM, SIGINT and (unless ignored, as under nohup) SIGHUP for `process_stop_signal_wait`, and ignores
/// SIGPIPE. Call it first thing in `main`: threads inherit the mask. Returns 0 or an errno.
int process_stop_signals_claim(void);

/// Waits on the calling thread for a claimed signal, and returns its number; 0 when the time is over.
/// A negative time waits for ever.
int process_stop_signal_wait(int milliseconds);

/// Gives memory back to the system that was let go of and that the C library keeps, expecting to need it again.
void process_give_memory_back(void);

#endif
