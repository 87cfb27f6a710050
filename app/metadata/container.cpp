// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/container.h"

#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace assay {

QString formatName(ContainerFormat format)
{
    switch (format) {
    case ContainerFormat::Unknown:
        return {};
    case ContainerFormat::Png:
        return u"PNG"_s;
    case ContainerFormat::Jpeg:
        return u"JPEG"_s;
    case ContainerFormat::WebP:
        return u"WEBP"_s;
    case ContainerFormat::Avif:
        return u"AVIF"_s;
    case ContainerFormat::Heif:
        return u"HEIF"_s;
    case ContainerFormat::Jxl:
        return u"JXL"_s;
    case ContainerFormat::Gif:
        return u"GIF"_s;
    case ContainerFormat::Tiff:
        return u"TIFF"_s;
    case ContainerFormat::Bmp:
        return u"BMP"_s;
    }
    return {};
}

namespace {

struct Signature
{
    qsizetype offset;
    QByteArrayView bytes;
    ContainerFormat format;
};

constexpr std::array kSignatures{
    Signature{0, QByteArrayView("\x89PNG\r\n\x1a\n", 8), ContainerFormat::Png},
    Signature{0, QByteArrayView("\xff\xd8\xff", 3), ContainerFormat::Jpeg},
    Signature{8, QByteArrayView("WEBP", 4), ContainerFormat::WebP},
    Signature{4, QByteArrayView("ftypavif", 8), ContainerFormat::Avif},
    Signature{4, QByteArrayView("ftypavis", 8), ContainerFormat::Avif},
    Signature{4, QByteArrayView("ftyphei", 7), ContainerFormat::Heif},
    Signature{4, QByteArrayView("ftyphev", 7), ContainerFormat::Heif},
    Signature{4, QByteArrayView("ftypmif1", 8), ContainerFormat::Heif},
    Signature{4, QByteArrayView("JXL \r\n\x87\n", 8), ContainerFormat::Jxl},
    Signature{0, QByteArrayView("\xff\x0a", 2), ContainerFormat::Jxl},
    Signature{0, QByteArrayView("GIF8", 4), ContainerFormat::Gif},
    Signature{0, QByteArrayView("II*\0", 4), ContainerFormat::Tiff},
    Signature{0, QByteArrayView("MM\0*", 4), ContainerFormat::Tiff},
};

// "BM" alone is too short to tell a picture from text, so the header size that follows has to be a real one.
bool isBmp(QByteArrayView head)
{
    if (!head.startsWith("BM") || head.size() < 18)
        return false;
    const quint32 headerSize = ByteReader(head.sliced(14)).u32le();
    return headerSize >= 12 && headerSize <= 256;
}

std::optional<QSize> sizeOf(qint64 width, qint64 height)
{
    if (width <= 0 || height <= 0 || width > INT_MAX || height > INT_MAX)
        return std::nullopt;
    return QSize(int(width), int(height));
}

void readGif(QIODevice& device, ContainerBuilder& builder)
{
    const QByteArray head = device.read(10);
    ByteReader reader(head);
    reader.skip(6);
    const quint16 width = reader.u16le();
    const quint16 height = reader.u16le();
    if (reader.isOk())
        builder.setSize(sizeOf(width, height));
}

void readBmp(QIODevice& device, ContainerBuilder& builder)
{
    const QByteArray head = device.read(26);
    ByteReader reader(head);
    reader.skip(18);
    const qint64 width = qint32(reader.u32le());
    const qint64 height = qint32(reader.u32le()); // negative: the rows go from top to bottom
    if (reader.isOk())
        builder.setSize(sizeOf(width, qAbs(height)));
}

void walk(QIODevice& device, ContainerBuilder& builder)
{
    switch (builder.format()) {
    case ContainerFormat::Png:
        return readPng(device, builder);
    case ContainerFormat::Jpeg:
        return readJpeg(device, builder);
    case ContainerFormat::WebP:
        return readWebP(device, builder);
    case ContainerFormat::Avif:
    case ContainerFormat::Heif:
        return readBmff(device, builder);
    case ContainerFormat::Gif:
        return readGif(device, builder);
    case ContainerFormat::Bmp:
        return readBmp(device, builder);
    case ContainerFormat::Jxl:
        return readJxl(device, builder);
    case ContainerFormat::Tiff:
    case ContainerFormat::Unknown:
        builder.addProblem(u"texts of this format are not read"_s);
    }
}

} // namespace

ContainerFormat sniffFormat(QByteArrayView head)
{
    const auto found =
        std::find_if(kSignatures.begin(), kSignatures.end(), [head](const Signature& signature) {
            return head.size() >= signature.offset + signature.bytes.size() &&
                   head.sliced(signature.offset, signature.bytes.size()) == signature.bytes;
        });
    if (found == kSignatures.end())
        return isBmp(head) ? ContainerFormat::Bmp : ContainerFormat::Unknown;
    if (found->format == ContainerFormat::WebP && !head.startsWith("RIFF"))
        return ContainerFormat::Unknown;
    return found->format;
}

QString sourceName(TextSource source)
{
    switch (source) {
    case TextSource::PngText:
        return u"PNG tEXt"_s;
    case TextSource::PngCompressedText:
        return u"PNG zTXt"_s;
    case TextSource::PngInternationalText:
        return u"PNG iTXt"_s;
    case TextSource::PngComfyChunk:
        return u"PNG comf"_s;
    case TextSource::Pixels:
        return u"pixels"_s;
    case TextSource::Sidecar:
        return u"sidecar"_s;
    case TextSource::Exif:
        return u"EXIF"_s;
    case TextSource::Xmp:
        return u"XMP"_s;
    case TextSource::JpegComment:
        return u"JPEG comment"_s;
    }
    return {};
}

bool hasGeneratorKeywords(TextSource source)
{
    return source != TextSource::Exif && source != TextSource::Xmp && source != TextSource::JpegComment;
}

const NamedText* Container::pngText(QStringView keyword) const
{
    const auto found = std::find_if(texts.cbegin(), texts.cend(), [keyword](const NamedText& text) {
        return hasGeneratorKeywords(text.source) && text.keyword == keyword;
    });
    return found == texts.cend() ? nullptr : &*found;
}

const NamedText* Container::text(TextSource source, QStringView keyword) const
{
    const auto found = std::find_if(texts.cbegin(), texts.cend(), [source, keyword](const NamedText& text) {
        return text.source == source && text.keyword == keyword;
    });
    return found == texts.cend() ? nullptr : &*found;
}

Result<Container> readContainer(QIODevice& device)
{
    if (device.size() == 0)
        return Error{ErrorKind::Damaged, {}, u"the file is empty"_s};
    const QByteArray head = device.peek(32);
    const ContainerFormat format = sniffFormat(head);
    if (format == ContainerFormat::Unknown)
        return Error{ErrorKind::Unsupported, {}, u"the content is no image format that is known"_s};
    ContainerBuilder builder(format);
    walk(device, builder);
    return builder.take();
}

} // namespace assay
