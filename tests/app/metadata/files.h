// SPDX-License-Identifier: GPL-3.0-or-later
// Builds image files byte by byte with the texts a test wants in them: PNG chunks before and after the image
// data, JPEG segments, WebP chunks, EXIF in both byte orders. For tests only.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QString>

#include <zlib.h>

namespace assay::files {

enum class ByteOrder { Big, Little };

inline QByteArray number(quint32 value, int bytes, ByteOrder order)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i) {
        const int shift = 8 * (order == ByteOrder::Big ? bytes - 1 - i : i);
        result.append(char(value >> shift & 0xff));
    }
    return result;
}

inline QByteArray big(quint32 value, int bytes = 4)
{
    return number(value, bytes, ByteOrder::Big);
}

inline QByteArray pngChunk(const QByteArray& type, const QByteArray& content)
{
    QByteArray checked = type;
    checked += content;
    const auto crc = ::crc32(0, reinterpret_cast<const Bytef*>(checked.constData()), uInt(checked.size()));
    QByteArray chunk = big(quint32(content.size()));
    chunk += checked;
    chunk += big(quint32(crc));
    return chunk;
}

inline QByteArray deflated(const QByteArray& bytes)
{
    return qCompress(bytes).sliced(4); // Qt puts the length in front
}

inline QByteArray tEXt(const QByteArray& keyword, const QByteArray& text)
{
    return pngChunk("tEXt", QByteArray(keyword + '\0' + text));
}

inline QByteArray zTXt(const QByteArray& keyword, const QByteArray& text)
{
    return pngChunk("zTXt", QByteArray(keyword + QByteArray(2, '\0') + deflated(text)));
}

enum class Compression { None, Zlib };

inline QByteArray iTXt(const QByteArray& keyword, const QByteArray& text,
                       Compression compression = Compression::None)
{
    QByteArray content = keyword;
    content += '\0';
    content += compression == Compression::Zlib ? '\1' : '\0';
    content += QByteArray(3, '\0'); // method, language, translated keyword
    content += compression == Compression::Zlib ? deflated(text) : text;
    return pngChunk("iTXt", content);
}

inline QByteArray encoded(const char* format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A real PNG with chunks of one's own directly after IHDR and directly before IEND.
inline QByteArray png(const QByteArray& beforeImageData, const QByteArray& afterImageData = {},
                      QSize size = {6, 4})
{
    constexpr qsizetype kHeaderEnd = 8 + 25;
    constexpr qsizetype kEndChunk = 12;
    const QByteArray bytes = encoded("png", size);
    QByteArray result = bytes.first(kHeaderEnd);
    result += beforeImageData;
    result += bytes.sliced(kHeaderEnd).chopped(kEndChunk);
    result += afterImageData;
    result += bytes.last(kEndChunk);
    return result;
}

inline QByteArray jpegSegment(quint8 marker, const QByteArray& content)
{
    QByteArray segment("\xff");
    segment += char(marker);
    segment += big(quint32(content.size() + 2), 2);
    segment += content;
    return segment;
}

/// A real JPEG with segments of one's own after its first marker.
inline QByteArray jpeg(const QByteArray& segments, QSize size = {6, 4})
{
    const QByteArray bytes = encoded("jpeg", size);
    QByteArray result = bytes.first(2);
    result += segments;
    result += bytes.sliced(2);
    return result;
}

inline QByteArray exifSegment(const QByteArray& tiff)
{
    return jpegSegment(0xe1, QByteArray("Exif\0\0", 6) + tiff);
}

inline QByteArray riffChunk(const QByteArray& type, const QByteArray& content)
{
    QByteArray chunk = type;
    chunk += number(quint32(content.size()), 4, ByteOrder::Little);
    chunk += content;
    if (content.size() % 2 != 0)
        chunk += '\0';
    return chunk;
}

/// A real WebP made an extended one, with more chunks after its image data.
inline QByteArray webp(const QByteArray& chunks, QSize size = {6, 4})
{
    const QByteArray bytes = encoded("webp", size);
    QByteArray extended(4, '\0');
    extended += number(quint32(size.width() - 1), 3, ByteOrder::Little);
    extended += number(quint32(size.height() - 1), 3, ByteOrder::Little);
    QByteArray content("WEBP");
    content += riffChunk("VP8X", extended);
    content += bytes.sliced(12);
    content += chunks;
    QByteArray result("RIFF");
    result += number(quint32(content.size()), 4, ByteOrder::Little);
    result += content;
    return result;
}

struct ExifEntry
{
    quint16 tag = 0;
    quint16 type = 2; ///< 2 ASCII, 7 undefined
    QByteArray content;
};

/// TIFF with one directory; UserComment (0x9286) goes into the EXIF directory where it belongs.
inline QByteArray tiff(const QList<ExifEntry>& entries, ByteOrder order)
{
    QList<ExifEntry> image;
    QList<ExifEntry> exif;
    for (const ExifEntry& entry : entries)
        (entry.tag >= 0x8827 && entry.type == 7 ? exif : image).append(entry);
    const quint32 imageBytes = quint32(2 + 12 * (image.size() + (exif.isEmpty() ? 0 : 1)) + 4);
    const quint32 exifBytes = exif.isEmpty() ? 0 : quint32(2 + 12 * exif.size() + 4);
    quint32 dataOffset = 8 + imageBytes + exifBytes;
    QByteArray data;
    const auto directory = [&](const QList<ExifEntry>& list, bool hasPointer) {
        QByteArray bytes = number(quint32(list.size() + (hasPointer ? 1 : 0)), 2, order);
        for (const ExifEntry& entry : list) {
            bytes += number(entry.tag, 2, order) + number(entry.type, 2, order);
            bytes += number(quint32(entry.content.size()), 4, order);
            const QByteArray inPlace = entry.content.leftJustified(4, '\0');
            bytes +=
                entry.content.size() <= 4 ? inPlace : number(dataOffset + quint32(data.size()), 4, order);
            if (entry.content.size() > 4)
                data += entry.content;
        }
        if (hasPointer)
            bytes += number(0x8769, 2, order) + number(4, 2, order) + number(1, 4, order) +
                     number(8 + imageBytes, 4, order);
        return QByteArray(bytes + QByteArray(4, '\0'));
    };
    QByteArray result = order == ByteOrder::Big ? QByteArray("MM\0*", 4) : QByteArray("II*\0", 4);
    result += number(8, 4, order);
    result += directory(image, !exif.isEmpty());
    if (!exif.isEmpty())
        result += directory(exif, false);
    result += data;
    return result;
}

inline QByteArray utf16(const QString& text, ByteOrder order)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += number(c.unicode(), 2, order);
    return bytes;
}

/// The UserComment of Automatic1111 and others: "UNICODE", then UTF-16.
inline ExifEntry userComment(const QString& text, ByteOrder textOrder)
{
    return {0x9286, 7, QByteArray("UNICODE\0", 8) + utf16(text, textOrder)};
}

} // namespace assay::files
