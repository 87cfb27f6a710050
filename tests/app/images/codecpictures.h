// SPDX-License-Identifier: GPL-3.0-or-later
// AVIF and JPEG XL bytes for the tests of this folder, made by the libraries' own encoders.
#pragma once

#include <QImage>

#include <avif/avif.h>
#include <jxl/encode.h>

namespace assay {

struct AvifOptions
{
    int turns = 0; ///< anticlockwise quarter turns a viewer has to make
    avifColorPrimaries primaries = AVIF_COLOR_PRIMARIES_BT709;
};

inline QByteArray avifOf(const QImage& picture, const AvifOptions& options = {})
{
    QImage source = picture.convertToFormat(QImage::Format_RGBA8888);
    avifImage* image =
        avifImageCreate(uint32_t(source.width()), uint32_t(source.height()), 8, AVIF_PIXEL_FORMAT_YUV444);
    image->colorPrimaries = options.primaries;
    image->transferCharacteristics = AVIF_TRANSFER_CHARACTERISTICS_SRGB;
    if (options.turns > 0) {
        image->transformFlags = AVIF_TRANSFORM_IROT;
        image->irot.angle = uint8_t(options.turns);
    }
    avifRGBImage pixels{};
    avifRGBImageSetDefaults(&pixels, image);
    pixels.ignoreAlpha = picture.hasAlphaChannel() ? AVIF_FALSE : AVIF_TRUE;
    pixels.pixels = source.bits();
    pixels.rowBytes = uint32_t(source.bytesPerLine());
    avifImageRGBToYUV(image, &pixels);
    avifEncoder* encoder = avifEncoderCreate();
    encoder->speed = AVIF_SPEED_FASTEST;
    avifRWData output = AVIF_DATA_EMPTY;
    avifEncoderWrite(encoder, image, &output);
    const QByteArray bytes(reinterpret_cast<const char*>(output.data), qsizetype(output.size));
    avifRWDataFree(&output);
    avifEncoderDestroy(encoder);
    avifImageDestroy(image);
    return bytes;
}

inline QByteArray jxlOf(const QImage& picture, JxlOrientation orientation = JXL_ORIENT_IDENTITY)
{
    const QImage source = picture.convertToFormat(QImage::Format_RGBA8888);
    JxlEncoder* encoder = JxlEncoderCreate(nullptr);
    JxlBasicInfo header{};
    JxlEncoderInitBasicInfo(&header);
    header.xsize = uint32_t(source.width());
    header.ysize = uint32_t(source.height());
    header.bits_per_sample = 8;
    header.num_extra_channels = 1;
    header.alpha_bits = 8;
    header.orientation = orientation;
    JxlEncoderSetBasicInfo(encoder, &header);
    JxlColorEncoding colours{};
    JxlColorEncodingSetToSRGB(&colours, JXL_FALSE);
    JxlEncoderSetColorEncoding(encoder, &colours);
    JxlEncoderFrameSettings* settings = JxlEncoderFrameSettingsCreate(encoder, nullptr);
    const JxlPixelFormat format{4, JXL_TYPE_UINT8, JXL_NATIVE_ENDIAN, 0};
    JxlEncoderAddImageFrame(settings, &format, source.constBits(), size_t(source.sizeInBytes()));
    JxlEncoderCloseInput(encoder);
    QByteArray bytes(1024 * 1024, '\0');
    auto* next = reinterpret_cast<uint8_t*>(bytes.data());
    size_t left = size_t(bytes.size());
    JxlEncoderProcessOutput(encoder, &next, &left);
    bytes.chop(qsizetype(left));
    JxlEncoderDestroy(encoder);
    return bytes;
}

} // namespace assay
