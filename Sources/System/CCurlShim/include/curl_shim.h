/// What Swift cannot reach of libcurl: functions with variable arguments, and a union.
#ifndef EMAPA_CURL_SHIM_H
#define EMAPA_CURL_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <curl/curl.h>

/// One request, and what is called with its answer; everything must outlive the transfer.
struct http_transfer {
    const char *url;
    const char *method;
    struct curl_slist *headers;
    /// An empty body is a body too.
    bool has_body;
    const void *body;
    size_t body_size;
    /// 'aws:amz:REGION:SERVICE' with the key and its secret where the request is to be signed; else empty.
    const char *signing;
    const char *key;
    const char *secret;
    long connect_milliseconds;
    long total_milliseconds;
    long long longest_answer;
    /// Handed to both callbacks.
    void *context;
    curl_write_callback write;
    curl_write_callback header;
};

/// Sets a fresh or reset handle up for the request: http and https only, no redirect, no signal, no proxy of the
/// environment.
CURLcode http_transfer_prepare(CURL *easy, const struct http_transfer *transfer);

/// The status of the answer; 0 if there was none.
long http_transfer_status(CURL *easy);

/// Whether the handle's only transfer has ended, and how.
bool http_transfer_finished(CURLM *multi, CURLcode *outcome);

#endif
