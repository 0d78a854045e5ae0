/// What Emapa needs of libvips, whose functions all take variable arguments.
///
/// A picture belongs to the thread that made it until `picture_release`. NULL and false mean failure; the library's
/// own words are dropped, since they may hold something of the file.
#ifndef EMAPA_VIPS_SHIM_H
#define EMAPA_VIPS_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct picture;

enum picture_format { PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP, PICTURE_HEIF };

struct picture_facts {
    /// Pixels as they are stored.
    int width;
    int height;
    /// Bytes of one decoded pixel.
    int pixel_bytes;
    bool has_profile;
};

/// Bytes of a row of `picture_grey`, and the rows.
enum { PICTURE_GREY_WIDTH = 9, PICTURE_GREY_HEIGHT = 8 };

/// Starts the library once for the process: every loader blocked but the four, nothing cached, one thread a picture.
bool picture_library_start(void);

/// To be called by each thread that used the library, before it ends.
void picture_thread_end(void);

/// Reads a picture's head; no pixel is decoded. The bytes must outlive it.
struct picture *picture_open(enum picture_format format, const void *bytes, size_t count);

struct picture_facts picture_facts_of(const struct picture *picture);

/// The EXIF block as the file has it, which lives as long as the picture; NULL if there is none.
const void *picture_exif(const struct picture *picture, size_t *count);

/// Decodes a file to a picture in memory whose longest edge has at most `edge` pixels: sRGB, 8 bits, turned as the
/// EXIF `orientation` says. Gives up after `seconds`. A colour profile is heeded only if `use_profile`.
struct picture *picture_decode(
    const void *bytes, size_t count, int edge, int orientation, bool use_profile, double seconds);

/// A smaller copy in memory; as large as the original if that is small enough.
struct picture *picture_shrink(const struct picture *picture, int edge);

/// A part of a picture, in ten-thousandths of its width and height.
struct picture_box {
    int left;
    int top;
    int width;
    int height;
};

enum { PICTURE_WHOLE = 10000 };

/// A copy in memory with boxes filled with black; pixels that a box cuts are filled whole.
struct picture *picture_cover(const struct picture *picture, const struct picture_box *boxes, size_t count);

/// Writes the picture without any metadata; the bytes must be given to `picture_free`.
bool picture_write_jpeg(const struct picture *picture, int quality, void **bytes, size_t *count);
bool picture_write_webp(const struct picture *picture, int quality, int effort, void **bytes, size_t *count);

/// The picture squeezed to 9 by 8 grey pixels, row by row.
bool picture_grey(const struct picture *picture, uint8_t grey[PICTURE_GREY_WIDTH * PICTURE_GREY_HEIGHT]);

void picture_release(struct picture *picture);
void picture_free(void *bytes);

#endif
