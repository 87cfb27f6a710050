// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr qint64 kChunkHeaderBytes = 8;

void readExtended(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    reader.skip(4); // flags
    const int width = int(reader.little(3)) + 1;
    const int height = int(reader.little(3)) + 1;
    if (reader.isOk())
        builder.setSize(QSize(width, height));
}

void readLossy(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    reader.skip(3); // frame tag
    if (reader.take(3) != QByteArrayView("\x9d\x01\x2a", 3))
        return builder.addProblem(u"WebP VP8: has no frame header"_s);
    const int width = reader.u16le() & 0x3fff;
    const int height = reader.u16le() & 0x3fff;
    if (reader.isOk() && width > 0 && height > 0)
        builder.setSize(QSize(width, height));
}

void readLossless(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const quint8 signature = reader.u8();
    const quint32 bits = reader.u32le();
    if (!reader.isOk() || signature != 0x2f)
        return builder.addProblem(u"WebP VP8L: has no header"_s);
    builder.setSize(QSize(int(bits & 0x3fff) + 1, int(bits >> 14 & 0x3fff) + 1));
}

void readExif(QByteArrayView content, ContainerBuilder& builder)
{
    static constexpr QByteArrayView kPrefix("Exif\0\0", 6);
    builder.addExif(content.startsWith(kPrefix) ? content.sliced(kPrefix.size()) : content);
}

/// Image data is only looked at for its header; texts are read whole.
bool isImageData(QByteArrayView type)
{
    return type == "VP8 " || type == "VP8L";
}

void readChunk(QByteArrayView type, QByteArrayView content, ContainerBuilder& builder)
{
    if (type == "VP8X")
        readExtended(content, builder);
    else if (type == "VP8 ")
        readLossy(content, builder);
    else if (type == "VP8L")
        readLossless(content, builder);
    else if (type == "EXIF")
        readExif(content, builder);
    else if (type == "XMP ")
        builder.addXmp(content);
    else if (type == "C2PA")
        builder.addC2pa(content);
}

bool isRead(QByteArrayView type)
{
    return isImageData(type) || type == "VP8X" || type == "EXIF" || type == "XMP " || type == "C2PA";
}

/// One chunk; false at the end of the file.
bool readNext(QIODevice& device, ContainerBuilder& builder)
{
    const QByteArray header = device.read(kChunkHeaderBytes);
    if (header.size() < kChunkHeaderBytes)
        return false;
    ByteReader reader(header);
    const QByteArrayView type = reader.take(4);
    const qint64 length = reader.u32le();
    const qint64 next = device.pos() + length + (length & 1);
    const bool isCut = device.pos() + length > device.size();
    if (isCut)
        builder.addProblem(u"the file ends inside a WebP chunk"_s);
    if (isImageData(type))
        readChunk(type, device.read(qMin<qint64>(length, 16)), builder);
    else if (!isCut && isRead(type) && builder.accepts(u"WebP "_s + QString::fromLatin1(type), length))
        readChunk(type, device.read(length), builder);
    return !isCut && next < device.size() && device.seek(next);
}

} // namespace

void readWebP(QIODevice& device, ContainerBuilder& builder)
{
    constexpr qint64 kRiffHeaderBytes = 12;
    if (!device.seek(kRiffHeaderBytes))
        return;
    while (readNext(device, builder)) {
    }
}

} // namespace assay
