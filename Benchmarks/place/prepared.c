/* GEOS's prepared geometries through C, as somebody would write it who wants no framework: one thread, a box before
   each geometry, one point object for each place, the lowest district first and no zones outside of the city.

   prepared AREAS POINTS TIMES ANSWERS: prints placements a second for each time; writes what it answered. */

#include <geos_c.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_AREAS = 256 };

struct area {
    double west, south, east, north; /* the box, wider by `within` */
    double within;                   /* contains what is so near; 0: only what it covers */
    const GEOSPreparedGeometry *prepared;
};

struct layer {
    int count;
    struct area areas[MOST_AREAS];
};

struct answers {
    int32_t *districts; /* counted from 1; 0 outside of all */
    uint64_t *zones;    /* a bit for each */
};

static _Noreturn void stop(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static void *reserve(size_t bytes) {
    void *memory = calloc(1, bytes);
    if (!memory) stop("out of memory");
    return memory;
}

static void add(GEOSContextHandle_t geos, GEOSWKTReader *reader, struct layer *layer, double within, const char *text) {
    if (layer->count == MOST_AREAS) stop("more than %d areas of a kind", MOST_AREAS);
    struct area *area = &layer->areas[layer->count++];
    GEOSGeometry *geometry = GEOSWKTReader_read_r(geos, reader, text);
    if (!geometry) stop("not a geometry: %.40s", text);
    area->prepared = GEOSPrepare_r(geos, geometry);
    if (!area->prepared || !GEOSGeom_getXMin_r(geos, geometry, &area->west) ||
        !GEOSGeom_getYMin_r(geos, geometry, &area->south) || !GEOSGeom_getXMax_r(geos, geometry, &area->east) ||
        !GEOSGeom_getYMax_r(geos, geometry, &area->north))
        stop("cannot be prepared: %.40s", text);
    area->within = within;
    area->west -= within;
    area->south -= within;
    area->east += within;
    area->north += within;
}

/* A line for each area: kind, code, metres within which it contains a place, well-known text. */
static void read_areas(GEOSContextHandle_t geos, const char *path, struct layer *districts, struct layer *zones) {
    FILE *file = fopen(path, "r");
    if (!file) stop("%s cannot be opened", path);
    GEOSWKTReader *reader = GEOSWKTReader_create_r(geos);
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, file) > 0) {
        char *rest = line;
        const char *kind = strsep(&rest, "\t");
        const char *code = strsep(&rest, "\t");
        const char *within = strsep(&rest, "\t");
        if (!code || !within || !rest) stop("%s: not four columns", path);
        add(geos, reader, strcmp(kind, "district") ? zones : districts, strtod(within, NULL), rest);
    }
    free(line);
    GEOSWKTReader_destroy_r(geos, reader);
    fclose(file);
    if (zones->count > 63) stop("more than 63 zones");
}

static double *read_points(const char *path, size_t *count) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) stop("%s cannot be opened", path);
    long bytes = ftell(file);
    rewind(file);
    double *points = reserve((size_t)bytes);
    if (fread(points, 1, (size_t)bytes, file) != (size_t)bytes) stop("%s cannot be read", path);
    fclose(file);
    *count = (size_t)bytes / (2 * sizeof(double));
    return points;
}

static int boxed(const struct area *area, double x, double y) {
    return x >= area->west && x <= area->east && y >= area->south && y <= area->north;
}

/* For a point, to intersect an area is to be covered by it, and is no slower to ask. */
static int contains(GEOSContextHandle_t geos, const struct area *area, const GEOSGeometry *point) {
    char answer = area->within > 0 ? GEOSPreparedDistanceWithin_r(geos, area->prepared, point, area->within)
                                   : GEOSPreparedIntersects_r(geos, area->prepared, point);
    if (answer == 2) stop("GEOS failed"); /* its word for an exception */
    return answer;
}

static void place(GEOSContextHandle_t geos, const struct layer *districts, const struct layer *zones, double x,
                  double y, int32_t *district, uint64_t *found) {
    GEOSGeometry *point = NULL;
    *district = 0;
    *found = 0;
    for (int index = 0; index < districts->count && !*district; index++) {
        const struct area *area = &districts->areas[index];
        if (!boxed(area, x, y)) continue;
        if (!point && !(point = GEOSGeom_createPointFromXY_r(geos, x, y))) stop("GEOS failed");
        if (contains(geos, area, point)) *district = index + 1;
    }
    for (int index = 0; index < zones->count && *district; index++) {
        const struct area *area = &zones->areas[index];
        if (boxed(area, x, y) && contains(geos, area, point)) *found |= UINT64_C(1) << index;
    }
    if (point) GEOSGeom_destroy_r(geos, point);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 5) stop("usage: prepared AREAS POINTS TIMES ANSWERS");
    GEOSContextHandle_t geos = GEOS_init_r();
    static struct layer districts, zones;
    read_areas(geos, argv[1], &districts, &zones);
    size_t count;
    double *points = read_points(argv[2], &count);
    struct answers answers = {reserve(count * sizeof(int32_t)), reserve(count * sizeof(uint64_t))};

    printf("version\t%s\n", GEOSversion());
    for (int times = atoi(argv[3]); times > 0; times--) {
        double start = seconds();
        for (size_t index = 0; index < count; index++)
            place(geos, &districts, &zones, points[2 * index], points[2 * index + 1], &answers.districts[index],
                  &answers.zones[index]);
        printf("placements_a_second\t%f\n", (double)count / (seconds() - start));
    }

    FILE *file = fopen(argv[4], "wb");
    if (!file || fwrite(answers.districts, sizeof(int32_t), count, file) != count ||
        fwrite(answers.zones, sizeof(uint64_t), count, file) != count || fclose(file))
        stop("%s cannot be written", argv[4]);
    return 0;
}
