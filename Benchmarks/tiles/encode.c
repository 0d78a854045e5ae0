/* What encoding vector tiles costs at the least: points in memory in Morton order, found by one search, each written by
   hand with its id, two properties and its place. One core, no clusters, no HTTP.

   encode POINTS SECONDS: for zooms 14 and 16 a line of columns with tabs between. */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double west = 19.79, east = 20.22, south = 49.97, north = 50.13;
enum { CATEGORIES = 52, STATUSES = 15, EXTENT_BITS = 12, LARGEST_FEATURE = 32 };

struct point {
    uint64_t key;
    uint32_t id;
    uint8_t category, status;
};

static uint64_t seed = UINT64_C(88172645463325252);

static double drawn(void) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (double)(seed >> 11) * (1.0 / 9007199254740992.0);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void *reserve(size_t bytes) {
    void *memory = malloc(bytes);
    if (!memory) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    return memory;
}

/* Bit n moves to bit 2n. */
static uint64_t spread(uint64_t bits) {
    bits = (bits | bits << 16) & UINT64_C(0x0000ffff0000ffff);
    bits = (bits | bits << 8) & UINT64_C(0x00ff00ff00ff00ff);
    bits = (bits | bits << 4) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    bits = (bits | bits << 2) & UINT64_C(0x3333333333333333);
    return (bits | bits << 1) & UINT64_C(0x5555555555555555);
}

static uint32_t gathered(uint64_t bits) {
    bits &= UINT64_C(0x5555555555555555);
    bits = (bits | bits >> 1) & UINT64_C(0x3333333333333333);
    bits = (bits | bits >> 2) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    bits = (bits | bits >> 4) & UINT64_C(0x00ff00ff00ff00ff);
    bits = (bits | bits >> 8) & UINT64_C(0x0000ffff0000ffff);
    return (uint32_t)(bits | bits >> 16);
}

/* The world's width and height are 1. */
static double across(double longitude) { return (longitude + 180) / 360; }
static double down(double latitude) {
    double angle = latitude * M_PI / 180;
    return (1 - log(tan(angle) + 1 / cos(angle)) / M_PI) / 2;
}

static struct point *drawn_points(size_t count) {
    struct point *points = reserve(count * sizeof *points);
    for (size_t index = 0; index < count; index++) {
        uint64_t x = (uint64_t)(across(west + (east - west) * drawn()) * 4294967296.0);
        uint64_t y = (uint64_t)(down(south + (north - south) * drawn()) * 4294967296.0);
        points[index] = (struct point){spread(x) | spread(y) << 1, (uint32_t)index + 1,
                                       (uint8_t)(drawn() * CATEGORIES), (uint8_t)(drawn() * STATUSES)};
    }
    return points;
}

/* By eleven bits of the key at a time, the lowest first. */
static struct point *sorted(struct point *points, size_t count) {
    enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS };
    struct point *other = reserve(count * sizeof *other);
    for (int shift = 0; shift < 64; shift += DIGIT_BITS) {
        static size_t starts[DIGITS + 1];
        memset(starts, 0, sizeof starts);
        for (size_t index = 0; index < count; index++) starts[(points[index].key >> shift & (DIGITS - 1)) + 1]++;
        for (int digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
        for (size_t index = 0; index < count; index++)
            other[starts[points[index].key >> shift & (DIGITS - 1)]++] = points[index];
        struct point *swapped = points;
        points = other;
        other = swapped;
    }
    free(other);
    return points;
}

static uint8_t *varint(uint8_t *out, uint64_t value) {
    for (; value >= 128; value >>= 7) *out++ = (uint8_t)(value | 128);
    *out++ = (uint8_t)value;
    return out;
}

/* A feature with its id, two pairs of tags, and one point. */
static uint8_t *feature(uint8_t *out, const struct point *point, int shift) {
    uint64_t cell = point->key >> 2 * (shift - EXTENT_BITS);
    uint32_t mask = (1u << EXTENT_BITS) - 1;
    uint8_t geometry[16], *end = geometry;
    *end++ = 9; /* MoveTo, once */
    end = varint(end, (gathered(cell) & mask) * 2);
    end = varint(end, (gathered(cell >> 1) & mask) * 2);

    uint8_t body[LARGEST_FEATURE], *next = body;
    *next++ = 0x08;
    next = varint(next, point->id);
    const uint8_t tags[] = {0x12, 4, 0, point->category, 1, (uint8_t)(CATEGORIES + point->status), 0x18, 1, 0x22};
    memcpy(next, tags, sizeof tags);
    next += sizeof tags;
    *next++ = (uint8_t)(end - geometry);
    memcpy(next, geometry, (size_t)(end - geometry));
    next += end - geometry;

    *out++ = 0x12;
    out = varint(out, (uint64_t)(next - body));
    memcpy(out, body, (size_t)(next - body));
    return out + (next - body);
}

static size_t first_not_below(const uint64_t *keys, size_t count, uint64_t key) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (keys[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void measure(const struct point *points, const uint64_t *keys, size_t count, int zoom, double length,
                    const char *head) {
    int shift = 32 - zoom;
    double tiles = 1u << zoom;
    uint8_t *tile = reserve(count * LARGEST_FEATURE);
    size_t made = 0, features = 0, bytes = 0;
    double start = seconds(), taken;
    do {
        uint64_t column = (uint64_t)(across(west + (east - west) * drawn()) * tiles);
        uint64_t row = (uint64_t)(down(south + (north - south) * drawn()) * tiles);
        uint64_t begin = (spread(column) | spread(row) << 1) << 2 * shift, end = begin + (UINT64_C(1) << 2 * shift);
        uint8_t *out = tile;
        for (size_t index = first_not_below(keys, count, begin); index < count && keys[index] < end; index++) {
            out = feature(out, &points[index], shift);
            features++;
        }
        bytes += (size_t)(out - tile);
        made++;
        taken = seconds() - start;
    } while (taken < length);
    free(tile);
    printf("%s\t%d\t%.0f\t%.1f\t%.0f\t%.0f\n", head, zoom, (double)made / taken, (double)features / taken / 1e6,
           (double)features / (double)made, (double)bytes / (double)made);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: encode POINTS SECONDS\n");
        return 2;
    }
    size_t count = strtoull(argv[1], NULL, 10);
    struct point *points = drawn_points(count);
    double start = seconds();
    points = sorted(points, count);
    double sorting = seconds() - start;
    uint64_t *keys = reserve(count * sizeof *keys);
    for (size_t index = 0; index < count; index++) keys[index] = points[index].key;
    char head[64];
    snprintf(head, sizeof head, "%zu\t%.2f\t%.0f", count, sorting,
             (double)(count * (sizeof *points + sizeof *keys)) / 1e6);
    measure(points, keys, count, 14, atof(argv[2]), head);
    measure(points, keys, count, 16, atof(argv[2]), head);
    return 0;
}
