// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/images/pictureformat.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace assay {

namespace {

struct Signature
{
    qsizetype offset;
    QByteArrayView bytes;
    QByteArrayView format;
};

constexpr std::array kSignatures{
    Signature{0, QByteArrayView("\x89PNG\r\n\x1a\n", 8), "png"},
    Signature{0, QByteArrayView("\xff\xd8\xff", 3), "jpeg"},
    Signature{8, QByteArrayView("WEBP", 4), "webp"},
    Signature{4, QByteArrayView("ftypavif", 8), "avif"},
    Signature{4, QByteArrayView("ftypavis", 8), "avif"},
    Signature{4, QByteArrayView("ftyphei", 7), "heif"},
    Signature{4, QByteArrayView("ftypmif1", 8), "heif"},
    Signature{4, QByteArrayView("JXL \r\n\x87\n", 8), "jxl"},
    Signature{0, QByteArrayView("\xff\x0a", 2), "jxl"},
    Signature{0, QByteArrayView("GIF8", 4), "gif"},
    Signature{0, QByteArrayView("II*\0", 4), "tiff"},
    Signature{0, QByteArrayView("MM\0*", 4), "tiff"},
    Signature{0, QByteArrayView("BM", 2), "bmp"},
};

Completeness pngCompleteness(QByteArrayView bytes)
{
    constexpr qsizetype kChunkFrame = 12; // length, type, CRC
    qsizetype position = 8;
    while (bytes.size() - position >= kChunkFrame) {
        const quint32 length = qFromBigEndian<quint32>(bytes.data() + position);
        const QByteArrayView type = bytes.sliced(position + 4, 4);
        if (length > quint32(bytes.size() - position - kChunkFrame))
            return Completeness::Cut;
        if (type == "IEND")
            return Completeness::Complete;
        position += kChunkFrame + qsizetype(length);
    }
    return Completeness::Cut;
}

/// From the start of the coded data to the next marker that belongs to no data; the size if there is none.
qsizetype afterCodedData(QByteArrayView bytes, qsizetype position)
{
    while ((position = bytes.indexOf('\xff', position)) >= 0 && position + 1 < bytes.size()) {
        const quint8 next = quint8(bytes[position + 1]);
        const bool belongsToData = next == 0x00 || (next >= 0xd0 && next <= 0xd7);
        if (!belongsToData && next != 0xff)
            return position;
        position += belongsToData ? 2 : 1;
    }
    return bytes.size();
}

Completeness jpegCompleteness(QByteArrayView bytes)
{
    constexpr quint8 kEndOfImage = 0xd9;
    constexpr quint8 kStartOfScan = 0xda;
    qsizetype position = 2;
    while (position + 4 <= bytes.size() || position + 2 == bytes.size()) {
        position = afterCodedData(bytes, position); // passes over fill bytes and garbage too
        if (position + 2 > bytes.size())
            break;
        const quint8 marker = quint8(bytes[position + 1]);
        if (marker == kEndOfImage)
            return Completeness::Complete;
        if (position + 4 > bytes.size())
            break;
        position += 2 + qsizetype(qFromBigEndian<quint16>(bytes.data() + position + 2));
        if (marker == kStartOfScan && position < bytes.size())
            position = afterCodedData(bytes, position);
    }
    return Completeness::Cut;
}

Completeness webpCompleteness(QByteArrayView bytes)
{
    const quint64 stated = quint64(qFromLittleEndian<quint32>(bytes.data() + 4)) + 8;
    return stated > quint64(bytes.size()) ? Completeness::Cut : Completeness::Complete;
}

} // namespace

QByteArray pictureFormat(QByteArrayView bytes)
{
    const auto found =
        std::find_if(kSignatures.begin(), kSignatures.end(), [bytes](const Signature& signature) {
            return bytes.size() >= signature.offset + signature.bytes.size() &&
                   bytes.sliced(signature.offset, signature.bytes.size()) == signature.bytes;
        });
    if (found == kSignatures.end() || (found->format == "webp" && !bytes.startsWith("RIFF")))
        return {};
    return found->format.toByteArray();
}

Completeness completeness(QByteArrayView bytes)
{
    const QByteArray format = pictureFormat(bytes);
    if (format == "png")
        return pngCompleteness(bytes);
    if (format == "jpeg")
        return jpegCompleteness(bytes);
    if (format == "webp")
        return webpCompleteness(bytes);
    return Completeness::Unknown;
}

} // namespace assay
