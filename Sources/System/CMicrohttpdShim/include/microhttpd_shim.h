/// What Swift cannot reach of libmicrohttpd (variadic functions, macros with casts) and of Linux (epoll).
#ifndef EMAPA_MICROHTTPD_SHIM_H
#define EMAPA_MICROHTTPD_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <microhttpd.h>

/// How a daemon is started.
struct http_daemon_options {
    int listening_socket;
    unsigned int threads;
    unsigned int connection_limit;
    unsigned int idle_seconds;
    size_t memory_per_connection;
    void *context;
    MHD_AcceptPolicyCallback accept;
    MHD_AccessHandlerCallback access;
    MHD_RequestCompletedCallback completed;
    MHD_NotifyConnectionCallback connection;
    /// Gets the request's raw target; its result is the request's context.
    void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
};

/// Starts an epoll daemon whose threads are its own; NULL if it cannot be started.
struct MHD_Daemon *http_daemon_start(const struct http_daemon_options *options);

/// Makes one argument of a target's query; the target is what the callback `target` was lent.
///
/// The library keeps each argument in the connection's pool and never answers a request whose arguments fill it:
/// 350 of them are enough.
void http_join_arguments(const char *target);

/// The connection's socket, or -1.
int http_connection_socket(struct MHD_Connection *connection);

/// The address at the other end, or NULL; lent for the life of the connection.
const struct sockaddr *http_connection_address(struct MHD_Connection *connection);

/// What was stored for the connection when it was opened, or NULL.
void *http_connection_context(struct MHD_Connection *connection);

/// Bytes of the request's head, its first line included.
size_t http_request_head_size(struct MHD_Connection *connection);

static const uint64_t http_size_unknown = UINT64_MAX;
static const ssize_t http_reader_end = -1;
static const ssize_t http_reader_failure = -2;

/// An epoll instance of our own, closed on exec; -1 if there is none to be had.
int http_watch_open(void);

/// Has hang-ups of a socket reported once under the given key; false if the kernel refuses.
bool http_watch_hangup(int watch, int socket, uint64_t key);

/// Has the readiness to read of a descriptor reported under the given key.
bool http_watch_readable(int watch, int descriptor, uint64_t key);

/// Waits for reports and stores their keys; returns how many there are, at most `capacity`.
int http_watch_wait(int watch, uint64_t *keys, int capacity, int timeout_ms);

/// A counter that can be waited for (eventfd), not blocking, closed on exec; -1 if there is none to be had.
int http_signal_open(void);

#endif
