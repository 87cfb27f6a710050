// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/pngtext.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace assay::sample {

namespace {

constexpr qsizetype kAfterHeader = 8 + 12 + 13; // signature, IHDR

/// CRC-32 of the PNG specification, annex D.
quint32 crc32(const QByteArray& bytes)
{
    static const auto kTable = [] {
        std::array<quint32, 256> table{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k)
                c = (c & 1) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = kTable[(crc ^ static_cast<uchar>(byte)) & 0xFF] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(crc32(type + data));
}

QByteArray textChunk(const NamedText& text)
{
    const QByteArray keyword = text.keyword.toLatin1();
    const bool isLatin1 =
        std::all_of(text.text.begin(), text.text.end(), [](QChar c) { return c.unicode() <= 0xFF; });
    if (isLatin1)
        return chunk("tEXt", keyword + '\0' + text.text.toLatin1());
    // Not compressed, method 0, no language, no translated keyword.
    return chunk("iTXt", keyword + QByteArray(5, '\0') + text.text.toUtf8());
}

} // namespace

QByteArray withTexts(const QByteArray& png, const QList<NamedText>& texts)
{
    Q_ASSERT(png.size() > kAfterHeader && png.mid(12, 4) == "IHDR");
    QByteArray result = png.left(kAfterHeader);
    for (const NamedText& text : texts)
        result += textChunk(text);
    return result + png.mid(kAfterHeader);
}

} // namespace assay::sample
