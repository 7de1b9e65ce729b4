// `npm run icons`: draws assets/icon.png, from which the packager makes the icons of every system, from assets/icon.svg.
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const assets = new URL('../../assets/', import.meta.url);
const size = 1024;

await sharp(fileURLToPath(new URL('icon.svg', assets)), { density: 72 })
  .resize(size, size)
  .png({ compressionLevel: 9, palette: false })
  .toFile(fileURLToPath(new URL('icon.png', assets)));
