#define _GNU_SOURCE
#include "microhttpd_shim.h"

#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Targets and queries are decoded by our own parsers, which refuse what is ill-formed.
static size_t leave_escaped(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

struct MHD_Daemon *http_daemon_start(const struct http_daemon_options *options) {
    unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    struct MHD_OptionItem pool[] = {
        {MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)options->threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    // A pool of one is an error to the library: it means no pool.
    if (options->threads < 2) pool[0] = pool[1];

    return MHD_start_daemon(
        flags, 0, options->accept, options->context, options->access, options->context,
        MHD_OPTION_LISTEN_SOCKET, options->listening_socket,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, options->memory_per_connection,
        MHD_OPTION_CONNECTION_LIMIT, options->connection_limit,
        MHD_OPTION_CONNECTION_TIMEOUT, options->idle_seconds,
        MHD_OPTION_NOTIFY_COMPLETED, options->completed, options->context,
        MHD_OPTION_NOTIFY_CONNECTION, options->connection, options->context,
        MHD_OPTION_URI_LOG_CALLBACK, options->target, options->context,
        MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, NULL,
        MHD_OPTION_ARRAY, pool,
        MHD_OPTION_END);
}

void http_join_arguments(const char *target) {
    // It lies in the connection's read buffer, which is the library's to change, and nobody reads it again.
    char *query = (char *)strchr(target, '?');
    for (; query != NULL && *query != 0; query++) {
        if (*query == '&') *query = ';';
    }
}

int http_connection_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}

const struct sockaddr *http_connection_address(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == NULL ? NULL : info->client_addr;
}

void *http_connection_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == NULL ? NULL : info->socket_context;
}

size_t http_request_head_size(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info == NULL ? 0 : info->header_size;
}

int http_watch_open(void) { return epoll_create1(EPOLL_CLOEXEC); }

bool http_watch_hangup(int watch, int socket, uint64_t key) {
    struct epoll_event event = {.events = EPOLLRDHUP | EPOLLET, .data.u64 = key};
    return epoll_ctl(watch, EPOLL_CTL_ADD, socket, &event) == 0;
}

bool http_watch_readable(int watch, int descriptor, uint64_t key) {
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = key};
    return epoll_ctl(watch, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

int http_watch_wait(int watch, uint64_t *keys, int capacity, int timeout_ms) {
    struct epoll_event events[64];
    int limit = capacity < 64 ? capacity : 64;
    int count = epoll_wait(watch, events, limit, timeout_ms);
    for (int i = 0; i < count; i++) keys[i] = events[i].data.u64;
    return count < 0 ? 0 : count;
}

int http_signal_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
