/** Makes a photo small enough to send, upright and without anything in it but the picture. */

const longestEdge = 2560;
const quality = 0.85;

/** A JPEG of at most so many pixels a side; the file itself where the browser cannot draw it (HEIC, mostly). */
export async function reduced(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const size = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = new OffscreenCanvas(...size);
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "white";
  pen.fillRect(0, 0, ...size);
  pen.drawImage(picture, 0, 0, ...size);
  picture.close();
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}
