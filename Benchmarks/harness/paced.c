// Sends prepared HTTP requests to 127.0.0.1 at a fixed rate and tells how long the answers took.
//
// An answer's time counts from the moment at which its request was due, not from when a connection was free for it:
// a server that stalls is charged for everybody who waited. wrk, which sends when it has been answered, can't tell that.
//
//   paced PORT RATE SECONDS CONNECTIONS FILE
//
// FILE holds whole requests, each ended by a NUL; 32 '@' in a request become 32 random hexadecimal digits, in up to four
// places of it the same.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define KEY_DIGITS 32
#define MOST_KEYS 4
#define ANSWER_BYTES 1048576
#define LAST_ANSWERS_NS 10000000000LL
#define NS 1000000000LL

struct request {
    char *text;
    size_t length;
    char *keys[MOST_KEYS];
};

struct connection {
    int socket;
    int busy;
    int64_t due;
    size_t filled;
    char answer[ANSWER_BYTES];
};

static struct request *requests;
static size_t request_count, next_request;
static struct sockaddr_in server;
static int poller;
static int64_t *times;
static long answered, failed, lost;

static void stop(const char *what) {
    fprintf(stderr, "paced: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int64_t now(void) {
    struct timespec moment;
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return moment.tv_sec * NS + moment.tv_nsec;
}

static void read_requests(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) stop(path);
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getdelim(&line, &room, 0, file)) > 0) {
        requests = realloc(requests, (request_count + 1) * sizeof *requests);
        if (!requests) stop("memory");
        char *text = malloc(length);
        if (!text) stop("memory");
        memcpy(text, line, length);
        char marks[KEY_DIGITS + 1];
        memset(marks, '@', KEY_DIGITS);
        marks[KEY_DIGITS] = 0;
        struct request *request = &requests[request_count++];
        *request = (struct request){.text = text, .length = strlen(text)};
        char *key = strstr(text, marks);
        for (int index = 0; key && index < MOST_KEYS; index++) {
            request->keys[index] = key;
            key = strstr(key + KEY_DIGITS, marks);
        }
    }
    free(line);
    fclose(file);
    if (request_count == 0) stop("no requests");
}

static void name_anew(struct request *request) {
    unsigned char bytes[KEY_DIGITS / 2];
    char digits[KEY_DIGITS];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) stop("getrandom");
    for (int index = 0; index < KEY_DIGITS; index++)
        digits[index] = "0123456789abcdef"[bytes[index / 2] >> (index % 2 ? 0 : 4) & 15];
    for (int index = 0; index < MOST_KEYS && request->keys[index]; index++)
        memcpy(request->keys[index], digits, KEY_DIGITS);
}

static void join(struct connection *connection) {
    connection->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (connection->socket < 0 || connect(connection->socket, (void *)&server, sizeof server) < 0) stop("connect");
    setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    fcntl(connection->socket, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, connection->socket, &event) < 0) stop("epoll_ctl");
    connection->busy = 0;
    connection->filled = 0;
}

// A request is far smaller than a socket's buffer, so it goes out at once or the connection is broken.
static void ask(struct connection *connection, int64_t due) {
    struct request *request = &requests[next_request++ % request_count];
    if (request->keys[0]) name_anew(request);
    connection->busy = 1;
    connection->due = due;
    connection->filled = 0;
    if (send(connection->socket, request->text, request->length, MSG_NOSIGNAL) != (ssize_t)request->length) {
        lost++;
        close(connection->socket);
        join(connection);
    }
}

// Whether a whole answer stands in the buffer.
static int is_whole(struct connection *connection) {
    connection->answer[connection->filled] = 0;
    char *body = strstr(connection->answer, "\r\n\r\n");
    if (!body) return 0;
    char *length = strcasestr(connection->answer, "\r\nContent-Length:");
    if (!length || length > body) return 1;
    return connection->filled >= (size_t)(body + 4 - connection->answer) + strtoul(length + 17, NULL, 10);
}

static void hear(struct connection *connection) {
    ssize_t count = recv(connection->socket, connection->answer + connection->filled,
                         ANSWER_BYTES - 1 - connection->filled, 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {
        if (connection->busy) lost++;
        close(connection->socket);
        join(connection);
        return;
    }
    connection->filled += count;
    if (!connection->busy || !is_whole(connection)) return;
    connection->busy = 0;
    if (strncmp(connection->answer, "HTTP/1.1 2", 10) != 0) {
        if (failed++ == 0) fprintf(stderr, "paced: the first refusal: %.2000s\n", connection->answer);
        return;
    }
    times[answered++] = now() - connection->due;
}

static int by_length(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static double milliseconds(double share) {
    if (answered == 0) return 0;
    return times[(long)(share * (answered - 1))] / 1e6;
}

int main(int count, char **arguments) {
    if (count != 6) {
        fprintf(stderr, "usage: paced PORT RATE SECONDS CONNECTIONS FILE\n");
        return 2;
    }
    double rate = atof(arguments[2]);
    long total = rate * atof(arguments[3]);
    int connections = atoi(arguments[4]);
    read_requests(arguments[5]);
    server = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    poller = epoll_create1(0);
    times = calloc(total + 1, sizeof *times);
    struct connection *all = calloc(connections, sizeof *all);
    if (!times || !all) stop("memory");
    for (int index = 0; index < connections; index++) join(&all[index]);

    int64_t start = now(), step = NS / rate, end = start + total * step + LAST_ANSWERS_NS;
    long sent = 0, longest_queue = 0;
    while (answered + failed + lost < total && now() < end) {
        int64_t moment = now();
        for (int index = 0; index < connections && sent < total && start + sent * step <= moment; index++)
            if (!all[index].busy) ask(&all[index], start + sent++ * step);
        long due = (moment - start) / step + 1, waiting = (due < total ? due : total) - sent;
        if (waiting > longest_queue) longest_queue = waiting;
        // Until the next is due; while all connections are busy, until one of them is answered.
        int64_t rest = sent < total && waiting <= 0 ? start + sent * step - now() : NS;
        if (rest < 0) rest = 0;
        struct timespec timeout = {rest / NS, rest % NS};
        struct epoll_event events[64];
        int ready = epoll_pwait2(poller, events, 64, &timeout, NULL);
        for (int index = 0; index < ready; index++) hear(events[index].data.ptr);
    }
    qsort(times, answered, sizeof *times, by_length);
    printf("answered %ld\nrefused %ld\nlost %ld\nqueue %ld\n", answered, failed, total - answered - failed,
           longest_queue);
    printf("p50 %.3f\np90 %.3f\np99 %.3f\np999 %.3f\nmax %.3f\n", milliseconds(0.5), milliseconds(0.9),
           milliseconds(0.99), milliseconds(0.999), milliseconds(1));
    return 0;
}
