#include "vips_shim.h"

#include <string.h>
#include <vips/vips.h>

// A `struct picture` is a VipsImage; the name keeps the library's headers out of Swift.
static VipsImage *image_of(const struct picture *picture) {
    return (VipsImage *)picture;
}

static struct picture *picture_of(VipsImage *image) {
    return (struct picture *)image;
}

// The library collects its words in one buffer for all threads, which would grow.
static void forget_errors(void) {
    vips_error_clear();
}

static void say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *words, gpointer data) {
    (void)domain, (void)level, (void)words, (void)data;
}

bool picture_library_start(void) {
    static gsize state = 0;
    if (g_once_init_enter(&state)) {
        bool started = vips_init("emapa") == 0;
        if (started) {
            g_log_set_handler("VIPS", G_LOG_LEVEL_MASK, say_nothing, NULL);
            vips_block_untrusted_set(TRUE);
            vips_operation_block_set("VipsForeignLoad", TRUE);
            vips_operation_block_set("VipsForeignLoadJpegBuffer", FALSE);
            vips_operation_block_set("VipsForeignLoadPngBuffer", FALSE);
            vips_operation_block_set("VipsForeignLoadWebpBuffer", FALSE);
            vips_operation_block_set("VipsForeignLoadHeifBuffer", FALSE);
            vips_cache_set_max(0);
            vips_concurrency_set(1);
        }
        forget_errors();
        g_once_init_leave(&state, started ? 1 : 2);
    }
    return state == 1;
}

void picture_thread_end(void) {
    vips_thread_shutdown();
}

struct picture *picture_open(enum picture_format format, const void *bytes, size_t count) {
    VipsImage *image = NULL;
    // The library takes the bytes without const, and only reads them.
    void *start = (void *)bytes;
    int failure = -1;
    switch (format) {
    case PICTURE_JPEG:
        failure = vips_jpegload_buffer(start, count, &image, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case PICTURE_PNG:
        failure = vips_pngload_buffer(start, count, &image, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case PICTURE_WEBP:
        failure = vips_webpload_buffer(start, count, &image, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    case PICTURE_HEIF:
        failure = vips_heifload_buffer(start, count, &image, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
        break;
    }
    forget_errors();
    return failure ? NULL : picture_of(image);
}

struct picture_facts picture_facts_of(const struct picture *picture) {
    VipsImage *image = image_of(picture);
    struct picture_facts facts = {
        .width = vips_image_get_width(image),
        .height = vips_image_get_height(image),
        .pixel_bytes = (int)VIPS_IMAGE_SIZEOF_PEL(image),
        .has_profile = vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0,
    };
    return facts;
}

const void *picture_exif(const struct picture *picture, size_t *count) {
    const void *bytes = NULL;
    *count = 0;
    if (vips_image_get_typeof(image_of(picture), VIPS_META_EXIF_NAME) == 0) return NULL;
    if (vips_image_get_blob(image_of(picture), VIPS_META_EXIF_NAME, &bytes, count)) {
        forget_errors();
        return NULL;
    }
    return bytes;
}

// Called again and again while pixels are made.
static void give_up_late(VipsImage *image, VipsProgress *progress, void *deadline) {
    (void)progress;
    if (g_get_monotonic_time() > *(gint64 *)deadline) vips_image_set_kill(image, TRUE);
}

// Takes everything but the pixels away. Besides being wanted, it is needed: of a HEIC file, libvips 8.14 hands the EXIF
// block on to pictures that outlive it, and its WebP writer then reads freed memory.
static void forget_metadata(VipsImage *image) {
    gchar **names = vips_image_get_fields(image);
    for (int i = 0; names != NULL && names[i] != NULL; i++) vips_image_remove(image, names[i]);
    g_strfreev(names);
}

static VipsImage *in_memory(VipsImage *image, gint64 *deadline) {
    vips_image_set_progress(image, TRUE);
    gulong handler = g_signal_connect(image, "eval", G_CALLBACK(give_up_late), deadline);
    VipsImage *copy = vips_image_copy_memory(image);
    g_signal_handler_disconnect(image, handler);
    if (copy != NULL) forget_metadata(copy);
    return copy;
}

static VipsImage *turned(VipsImage *image, int orientation) {
    VipsImage *tagged = NULL, *out = NULL;
    if (vips_copy(image, &tagged, NULL)) return NULL;
    vips_image_set_int(tagged, VIPS_META_ORIENTATION, orientation);
    int failure = vips_autorot(tagged, &out, NULL);
    g_object_unref(tagged);
    if (failure) return NULL;
    VipsImage *copy = vips_image_copy_memory(out);
    g_object_unref(out);
    if (copy != NULL) forget_metadata(copy);
    return copy;
}

struct picture *picture_decode(
    const void *bytes, size_t count, int edge, int orientation, bool use_profile, double seconds) {
    gint64 deadline = g_get_monotonic_time() + (gint64)(seconds * G_USEC_PER_SEC);
    VipsImage *image = NULL;
    int failure = use_profile
        ? vips_thumbnail_buffer((void *)bytes, count, &image, edge, "height", edge, "size", VIPS_SIZE_DOWN,
              "no_rotate", TRUE, "fail_on", VIPS_FAIL_ON_ERROR, "export_profile", "srgb", NULL)
        : vips_thumbnail_buffer((void *)bytes, count, &image, edge, "height", edge, "size", VIPS_SIZE_DOWN,
              "no_rotate", TRUE, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
    VipsImage *steps[4] = {NULL, NULL, NULL, NULL};
    if (!failure) {
        failure = vips_colourspace(image, &steps[0], VIPS_INTERPRETATION_sRGB, NULL) ||
            vips_cast(steps[0], &steps[1], VIPS_FORMAT_UCHAR, NULL);
    }
    if (!failure) failure = (steps[2] = in_memory(steps[1], &deadline)) == NULL;
    if (!failure) failure = (steps[3] = turned(steps[2], orientation)) == NULL;
    for (int i = 0; i < 3; i++) VIPS_UNREF(steps[i]);
    VIPS_UNREF(image);
    forget_errors();
    return failure ? NULL : picture_of(steps[3]);
}

struct picture *picture_shrink(const struct picture *picture, int edge) {
    VipsImage *image = NULL, *copy = NULL;
    int failure = vips_thumbnail_image(image_of(picture), &image, edge, "height", edge, "size", VIPS_SIZE_DOWN,
        "no_rotate", TRUE, NULL);
    if (!failure) copy = vips_image_copy_memory(image);
    VIPS_UNREF(image);
    forget_errors();
    return picture_of(copy);
}

// The first pixel of an edge at so many ten-thousandths, and the first one behind it.
static int pixel_before(int part, int pixels) {
    return (int)((int64_t)part * pixels / PICTURE_WHOLE);
}

static int pixel_behind(int part, int pixels) {
    return (int)(((int64_t)part * pixels + PICTURE_WHOLE - 1) / PICTURE_WHOLE);
}

struct picture *picture_cover(const struct picture *picture, const struct picture_box *boxes, size_t count) {
    VipsImage *image = image_of(picture);
    double black[4] = {0, 0, 0, 0};
    int bands = vips_image_get_bands(image);
    if (bands < 1 || bands > 4) return NULL;
    if (vips_image_hasalpha(image)) black[bands - 1] = 255;
    VipsImage *copy = vips_image_copy_memory(image);
    bool failed = copy == NULL;
    for (size_t i = 0; i < count && !failed; i++) {
        int left = pixel_before(boxes[i].left, copy->Xsize), top = pixel_before(boxes[i].top, copy->Ysize);
        int right = pixel_behind(boxes[i].left + boxes[i].width, copy->Xsize);
        int bottom = pixel_behind(boxes[i].top + boxes[i].height, copy->Ysize);
        failed = vips_draw_rect(
            copy, black, bands, left, top, right - left, bottom - top, "fill", TRUE, NULL) != 0;
    }
    if (failed) VIPS_UNREF(copy);
    forget_errors();
    return picture_of(copy);
}

bool picture_write_jpeg(const struct picture *picture, int quality, void **bytes, size_t *count) {
    VipsImage *opaque = NULL;
    VipsArrayDouble *white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
    int failure = vips_image_hasalpha(image_of(picture))
        ? vips_flatten(image_of(picture), &opaque, "background", white, NULL)
        : vips_copy(image_of(picture), &opaque, NULL);
    if (!failure)
        failure = vips_jpegsave_buffer(opaque, bytes, count, "Q", quality, "strip", TRUE, "optimize_coding", TRUE,
            "interlace", TRUE, NULL);
    vips_area_unref(VIPS_AREA(white));
    VIPS_UNREF(opaque);
    forget_errors();
    return !failure;
}

bool picture_write_webp(const struct picture *picture, int quality, int effort, void **bytes, size_t *count) {
    int failure = vips_webpsave_buffer(
        image_of(picture), bytes, count, "Q", quality, "effort", effort, "strip", TRUE, NULL);
    forget_errors();
    return !failure;
}

bool picture_grey(const struct picture *picture, uint8_t grey[PICTURE_GREY_WIDTH * PICTURE_GREY_HEIGHT]) {
    VipsImage *steps[4] = {NULL, NULL, NULL, NULL};
    VipsArrayDouble *white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
    int failure = vips_image_hasalpha(image_of(picture))
        ? vips_flatten(image_of(picture), &steps[0], "background", white, NULL)
        : vips_copy(image_of(picture), &steps[0], NULL);
    if (!failure)
        failure = vips_thumbnail_image(steps[0], &steps[1], PICTURE_GREY_WIDTH, "height", PICTURE_GREY_HEIGHT,
                      "size", VIPS_SIZE_FORCE, "no_rotate", TRUE, NULL) ||
            vips_colourspace(steps[1], &steps[2], VIPS_INTERPRETATION_B_W, NULL) ||
            vips_cast(steps[2], &steps[3], VIPS_FORMAT_UCHAR, NULL);
    size_t size = 0;
    void *pixels = failure ? NULL : vips_image_write_to_memory(steps[3], &size);
    const size_t wanted = PICTURE_GREY_WIDTH * PICTURE_GREY_HEIGHT;
    bool fits = pixels != NULL && size == wanted;
    if (fits) memcpy(grey, pixels, wanted);
    g_free(pixels);
    for (int i = 0; i < 4; i++) VIPS_UNREF(steps[i]);
    vips_area_unref(VIPS_AREA(white));
    forget_errors();
    return fits;
}

void picture_release(struct picture *picture) {
    g_object_unref(image_of(picture));
}

void picture_free(void *bytes) {
    g_free(bytes);
}
