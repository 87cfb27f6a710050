// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/textdecode.h"

#include <QStringDecoder>

#include <array>

#include <zlib.h>

namespace assay {

QString decodeUtf8OrLatin1(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

namespace {

enum class ByteOrder { Big, Little };

// Text that generators write has many characters below U+0100: the zero byte of each tells the order.
ByteOrder utf16Order(QByteArrayView bytes, ByteOrder fallback)
{
    qsizetype firstZero = 0;
    qsizetype secondZero = 0;
    for (qsizetype i = 0; i + 1 < bytes.size() && i < 1024; i += 2) {
        firstZero += bytes[i] == 0 && bytes[i + 1] != 0;
        secondZero += bytes[i] != 0 && bytes[i + 1] == 0;
    }
    if (firstZero == secondZero)
        return fallback;
    return firstZero > secondZero ? ByteOrder::Big : ByteOrder::Little;
}

QString decodeUtf16(QByteArrayView bytes, ByteOrder fallback)
{
    const bool big = utf16Order(bytes, fallback) == ByteOrder::Big;
    QStringDecoder decoder(big ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE);
    QString text = decoder.decode(bytes.first(bytes.size() / 2 * 2));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

QByteArrayView withoutNuls(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && bytes.back() == 0)
        bytes.chop(1);
    while (!bytes.isEmpty() && bytes.front() == 0)
        bytes = bytes.sliced(1);
    return bytes;
}

} // namespace

std::optional<QString> decodeUserComment(QByteArrayView bytes, bool bigEndianTiff)
{
    constexpr qsizetype kCodeBytes = 8;
    if (bytes.size() < kCodeBytes)
        return decodeUtf8OrLatin1(withoutNuls(bytes));
    const QByteArrayView code = bytes.first(kCodeBytes);
    const QByteArrayView rest = bytes.sliced(kCodeBytes);
    if (code == QByteArrayView("UNICODE\0", kCodeBytes)) {
        QString text = decodeUtf16(rest, bigEndianTiff ? ByteOrder::Big : ByteOrder::Little);
        while (text.endsWith(QChar::Null))
            text.chop(1);
        return text;
    }
    if (code == QByteArrayView("JIS\0\0\0\0\0", kCodeBytes))
        return std::nullopt;
    if (code == QByteArrayView("ASCII\0\0\0", kCodeBytes) ||
        code == QByteArrayView("\0\0\0\0\0\0\0\0", kCodeBytes))
        return decodeUtf8OrLatin1(withoutNuls(rest));
    return decodeUtf8OrLatin1(withoutNuls(bytes));
}

namespace {

/// What zlib adds to its window bits to read gzip.
enum class Wrapping { Zlib = 0, Gzip = 16 };

std::optional<QByteArray> unpack(QByteArrayView compressed, qint64 limit, Wrapping wrapping)
{
    z_stream stream{};
    if (inflateInit2(&stream, MAX_WBITS + int(wrapping)) != Z_OK)
        return std::nullopt;
    // zlib's interface is not const-correct; it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    QByteArray content;
    std::array<char, 65536> block{};
    int status = Z_OK;
    while (status == Z_OK && content.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = block.size();
        status = inflate(&stream, Z_NO_FLUSH);
        content.append(block.data(), qsizetype(block.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END || content.size() > limit)
        return std::nullopt;
    return content;
}

} // namespace

std::optional<QByteArray> inflateWithLimit(QByteArrayView compressed, qint64 limit)
{
    return unpack(compressed, limit, Wrapping::Zlib);
}

std::optional<QByteArray> gunzipWithLimit(QByteArrayView compressed, qint64 limit)
{
    return unpack(compressed, limit, Wrapping::Gzip);
}

} // namespace assay
