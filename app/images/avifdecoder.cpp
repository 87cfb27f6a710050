// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/codecs.h"

#include <QColorSpace>
#include <QTransform>

#include <avif/avif.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

using Decoder = std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)>;

Error errorOf(const avifDecoder& decoder, avifResult result)
{
    const QString detail = QString::fromLatin1(decoder.diag.error);
    const ErrorKind kind = detail.contains("too large"_L1) ? ErrorKind::TooLarge : ErrorKind::Damaged;
    return {
        kind, {}, u"AVIF: %1 %2"_s.arg(QString::fromLatin1(avifResultToString(result)), detail).trimmed()};
}

/// Reads the boxes; no pixels yet.
avifResult parse(avifDecoder& decoder, const QByteArray& bytes)
{
    decoder.maxThreads = 1; // the loader decodes several pictures at once
    decoder.ignoreExif = AVIF_TRUE;
    decoder.ignoreXMP = AVIF_TRUE;
    decoder.strictFlags = AVIF_STRICT_DISABLED; // older encoders leave out boxes that nobody needs
    const avifResult result = avifDecoderSetIOMemory(
        &decoder, reinterpret_cast<const uint8_t*>(bytes.constData()), size_t(bytes.size()));
    return result == AVIF_RESULT_OK ? avifDecoderParse(&decoder) : result;
}

QColorSpace colourSpaceOf(const avifImage& image)
{
    if (image.icc.size > 0)
        return QColorSpace::fromIccProfile(
            QByteArray(reinterpret_cast<const char*>(image.icc.data), qsizetype(image.icc.size)));
    const bool isLinear = image.transferCharacteristics == AVIF_TRANSFER_CHARACTERISTICS_LINEAR;
    const auto transfer =
        isLinear ? QColorSpace::TransferFunction::Linear : QColorSpace::TransferFunction::SRgb;
    const bool isP3 = image.colorPrimaries == AVIF_COLOR_PRIMARIES_SMPTE432;
    return {isP3 ? QColorSpace::Primaries::DciP3D65 : QColorSpace::Primaries::SRgb, transfer};
}

/// The order of ISO 23000-22: crop, turn, mirror.
QImage upright(QImage image, const avifImage& source)
{
    avifCropRect crop{};
    avifDiagnostics ignored{};
    if ((source.transformFlags & AVIF_TRANSFORM_CLAP) != 0 &&
        avifCropRectConvertCleanApertureBox(&crop, &source.clap, source.width, source.height,
                                            source.yuvFormat, &ignored) == AVIF_TRUE)
        image = image.copy(int(crop.x), int(crop.y), int(crop.width), int(crop.height));
    if ((source.transformFlags & AVIF_TRANSFORM_IROT) != 0)
        image = image.transformed(QTransform().rotate(-90.0 * source.irot.angle));
    if ((source.transformFlags & AVIF_TRANSFORM_IMIR) != 0)
        image = source.imir.mode == 0 ? image.mirrored(false, true) : image.mirrored(true, false);
    return image;
}

Result<QImage> pixelsOf(const avifDecoder& decoder)
{
    const avifImage& source = *decoder.image;
    const bool hasAlpha = decoder.alphaPresent == AVIF_TRUE;
    QImage image(int(source.width), int(source.height),
                 hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    if (image.isNull())
        return Error{ErrorKind::TooLarge, {}, u"there is not enough memory for the picture"_s};
    avifRGBImage target{};
    avifRGBImageSetDefaults(&target, &source);
    target.depth = 8;
    target.format = AVIF_RGB_FORMAT_RGBA;
    target.pixels = image.bits();
    target.rowBytes = uint32_t(image.bytesPerLine());
    const avifResult result = avifImageYUVToRGB(&source, &target);
    if (result != AVIF_RESULT_OK)
        return errorOf(decoder, result);
    image.setColorSpace(colourSpaceOf(source));
    return upright(std::move(image), source);
}

} // namespace

Result<DecodedImage> decodeAvif(const QByteArray& bytes, const DecodeOptions& options)
{
    const Decoder decoder(avifDecoderCreate(), &avifDecoderDestroy);
    if (!decoder)
        return Error{ErrorKind::TooLarge, {}, u"there is not enough memory"_s};
    avifResult result = parse(*decoder, bytes);
    if (result != AVIF_RESULT_OK)
        return errorOf(*decoder, result);
    const QSize size(int(decoder->image->width), int(decoder->image->height));
    if (std::optional<Error> problem = sizeProblem(size, options))
        return *problem;
    result = avifDecoderNextImage(decoder.get()); // an animation's first picture
    if (result != AVIF_RESULT_OK)
        return errorOf(*decoder, result);
    Result<QImage> image = pixelsOf(*decoder);
    if (!image)
        return image.error();
    return DecodedImage{*image, image->size(), std::nullopt};
}

} // namespace assay
