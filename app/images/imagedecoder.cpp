// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/imagedecoder.h"

#include "app/images/codecs.h"
#include "app/images/pictureformat.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr qint64 kMaxFileBytes = 1024LL * 1024 * 1024;

Error damaged(const QString& detail)
{
    return {ErrorKind::Damaged, {}, detail};
}

QString sizeText(QSize size)
{
    return u"%1 × %2"_s.arg(size.width()).arg(size.height());
}

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

/// Qt's own limit counts bytes and is 128 MB by default, which refuses 6000 x 6000. Ours counts pixels and is
/// checked first; Qt's stays as the second line at what those pixels need with 16 bits a channel.
void widenAllocationLimit()
{
    constexpr int kMegabytes = 1600;
    static const bool isWidened = [] {
        QImageReader::setAllocationLimit(kMegabytes);
        return true;
    }();
    Q_UNUSED(isWidened)
}

bool isTurned(const QImageReader& reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

/// The size to decode to, in the file's own orientation; empty if the full size is wanted or is small enough.
QSize reducedSize(const QImageReader& reader, QSize fitInto)
{
    const QSize full = reader.size();
    if (isTurned(reader))
        fitInto.transpose();
    if (fitInto.isEmpty() || (full.width() <= fitInto.width() && full.height() <= fitInto.height()))
        return {};
    return full.scaled(fitInto, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// Decoders of these formats leave out work when a smaller picture is asked for.
bool scalesWhileDecoding(const QByteArray& format)
{
    return format == "jpeg" || format == "webp";
}

QImage inDisplayForm(QImage image)
{
    const QColorSpace srgb(QColorSpace::SRgb);
    if (image.colorSpace().isValid() && image.colorSpace() != srgb)
        image.convertToColorSpace(srgb);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return image;
}

/// For pictures that come in full size and full colour from a decoder of their own.
Result<DecodedImage> fitted(Result<DecodedImage> decoded, QSize fitInto)
{
    if (!decoded)
        return decoded;
    const QSize full = decoded->fullSize;
    if (!fitInto.isEmpty() && (full.width() > fitInto.width() || full.height() > fitInto.height()))
        decoded->image =
            decoded->image.scaled(full.scaled(fitInto, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)),
                                  Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    decoded->image = inDisplayForm(std::move(decoded->image));
    if (decoded->image.isNull())
        return Error{
            ErrorKind::TooLarge, {}, u"there is not enough memory for %1 pixels"_s.arg(sizeText(full))};
    return decoded;
}

bool hasContent(const QImage& image)
{
    const auto* bytes = image.constBits();
    return std::any_of(bytes, bytes + image.sizeInBytes(), [](uchar byte) { return byte != 0; });
}

/// A second try that keeps what was decoded before the failure: the decoder fills the image it is given,
/// which is cleared first so that the missing part is empty and not whatever was in memory.
QImage decodePart(const QByteArray& bytes, const QByteArray& format)
{
    if (format != "png")
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QImage::Format pixels = reader.imageFormat();
    if (pixels == QImage::Format_Invalid)
        return {};
    QImage image(reader.size(), pixels);
    if (image.isNull())
        return {};
    image.fill(0);
    reader.read(&image);
    // The failure may have come before the palette was complete.
    if (!image.isNull() && image.format() <= QImage::Format_Indexed8)
        image.setColorCount(image.format() == QImage::Format_Indexed8 ? 256 : 2);
    return hasContent(image) ? image : QImage();
}

QString damageText(QSize size, const QByteArray& bytes, const QString& readerError)
{
    if (completeness(bytes) == Completeness::Cut)
        return u"its header says %1, the file ends after %2"_s.arg(sizeText(size), bytesText(bytes.size()));
    return u"its header says %1, the data after it is broken: %2"_s.arg(sizeText(size), readerError);
}

Result<DecodedImage> decode(QImageReader& reader, const QByteArray& bytes, const DecodeOptions& options)
{
    const QByteArray format = reader.format();
    const QSize headerSize = reader.size();
    const QSize reduced = reducedSize(reader, options.fitInto);
    const QSize upright = isTurned(reader) ? headerSize.transposed() : headerSize;
    if (!reduced.isEmpty() && scalesWhileDecoding(format))
        reader.setScaledSize(reduced);
    DecodedImage decoded;
    decoded.fullSize = upright;
    decoded.image = reader.read();
    const bool isCut = completeness(bytes) == Completeness::Cut;
    if (decoded.image.isNull() || isCut)
        decoded.damage = damaged(damageText(headerSize, bytes, reader.errorString()));
    if (decoded.image.isNull())
        decoded.image = decodePart(bytes, format);
    if (decoded.image.isNull())
        return *decoded.damage;
    const QSize wanted = isTurned(reader) ? reduced.transposed() : reduced;
    if (decoded.image.format() <= QImage::Format_Indexed8) // scaled with one bit a pixel it becomes noise
        decoded.image = inDisplayForm(std::move(decoded.image));
    if (!reduced.isEmpty() && decoded.image.size() != wanted)
        decoded.image = decoded.image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    decoded.image = inDisplayForm(std::move(decoded.image));
    if (decoded.image.isNull())
        return Error{
            ErrorKind::TooLarge, {}, u"there is not enough memory for %1 pixels"_s.arg(sizeText(headerSize))};
    return decoded;
}

} // namespace

std::optional<Error> sizeProblem(QSize size, const DecodeOptions& options)
{
    if (size.isEmpty())
        return damaged(u"its header is broken"_s);
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels <= options.maxPixels)
        return std::nullopt;
    return Error{ErrorKind::TooLarge,
                 {},
                 u"%1 pixels; pictures up to %2 megapixels are opened"_s.arg(sizeText(size))
                     .arg(options.maxPixels / 1'000'000)};
}

Result<DecodedImage> decodeImage(const QByteArray& bytes, const DecodeOptions& options)
{
    widenAllocationLimit();
    if (bytes.isEmpty())
        return damaged(u"the file is empty"_s);
    const QByteArray format = pictureFormat(bytes);
    if (format.isEmpty())
        return Error{ErrorKind::Unsupported, {}, u"the content is no picture format that can be shown"_s};
    if (format == "avif")
        return fitted(decodeAvif(bytes, options), options.fitInto);
    if (format == "jxl")
        return fitted(decodeJxl(bytes, options), options.fitInto);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    if (!QImageReader::supportedImageFormats().contains(format))
        return Error{ErrorKind::Unsupported,
                     {},
                     u"no decoder for %1 is installed"_s.arg(QString::fromLatin1(format).toUpper())};
    if (const std::optional<Error> problem = sizeProblem(reader.size(), options))
        return *problem;
    return decode(reader, bytes, options);
}

Result<DecodedImage> decodeImageFile(const QString& path, const DecodeOptions& options)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{ErrorKind::NotFound, path, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{QFileInfo(path).isReadable() ? ErrorKind::Io : ErrorKind::NoPermission, path,
                     file.errorString()};
    if (file.size() > kMaxFileBytes)
        return Error{ErrorKind::TooLarge, path, u"the file has %1"_s.arg(bytesText(file.size()))};
    Result<DecodedImage> decoded = decodeImage(file.readAll(), options);
    if (!decoded)
        return Error{decoded.error().kind, path, decoded.error().detail};
    if (decoded->damage)
        decoded->damage->subject = path;
    return decoded;
}

} // namespace assay
