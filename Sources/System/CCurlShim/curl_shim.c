#include "curl_shim.h"

#include <string.h>

#define SET(option, value)                                                                     \
    do {                                                                                       \
        CURLcode code = curl_easy_setopt(easy, option, value);                                 \
        if (code != CURLE_OK) return code;                                                     \
    } while (0)

CURLcode http_transfer_prepare(CURL *easy, const struct http_transfer *transfer) {
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_FOLLOWLOCATION, 0L);
    SET(CURLOPT_PROXY, "");
    SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);

    SET(CURLOPT_URL, transfer->url);
    SET(CURLOPT_HTTPHEADER, transfer->headers);
    SET(CURLOPT_CONNECTTIMEOUT_MS, transfer->connect_milliseconds);
    SET(CURLOPT_TIMEOUT_MS, transfer->total_milliseconds);
    SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)transfer->longest_answer);
    SET(CURLOPT_WRITEFUNCTION, transfer->write);
    SET(CURLOPT_WRITEDATA, transfer->context);
    SET(CURLOPT_HEADERFUNCTION, transfer->header);
    SET(CURLOPT_HEADERDATA, transfer->context);

    if (transfer->signing[0] != '\0') {
        // Every header of the list is signed, so what may be changed on the way stands elsewhere.
        SET(CURLOPT_USERAGENT, "Emapa");
        SET(CURLOPT_EXPECT_100_TIMEOUT_MS, 1L);
        SET(CURLOPT_AWS_SIGV4, transfer->signing);
        SET(CURLOPT_USERNAME, transfer->key);
        SET(CURLOPT_PASSWORD, transfer->secret);
    }
    if (strcmp(transfer->method, "HEAD") == 0) {
        SET(CURLOPT_NOBODY, 1L);
        return CURLE_OK;
    }
    if (transfer->has_body) {
        SET(CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)transfer->body_size);
        SET(CURLOPT_POSTFIELDS, transfer->body != NULL ? transfer->body : (const void *)"");
    }
    SET(CURLOPT_CUSTOMREQUEST, transfer->method);
    return CURLE_OK;
}

long http_transfer_status(CURL *easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

bool http_transfer_finished(CURLM *multi, CURLcode *outcome) {
    int left;
    CURLMsg *message = curl_multi_info_read(multi, &left);
    if (message == NULL || message->msg != CURLMSG_DONE) return false;
    *outcome = message->data.result;
    return true;
}
