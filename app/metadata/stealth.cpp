// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/stealth.h"

#include "app/metadata/json.h"
#include "app/metadata/textdecode.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr qint64 kSignatureBits = 15 * 8;
constexpr qint64 kLengthBits = 32;

enum class Channel { Alpha, Colours };

/// The bits of one channel in the order they were hidden in.
class BitStream
{
public:
    BitStream(PixelSource& pixels, Channel channel)
        : m_pixels(pixels)
        , m_channel(channel)
    {
    }

    /// `count` bits from `first` on, packed into bytes; empty if the picture has not as many.
    QByteArray bytes(qint64 first, qint64 count)
    {
        if (!decodeUpTo(first + count))
            return {};
        QByteArray packed(qsizetype(count / 8), '\0');
        for (qint64 i = 0; i < qint64(packed.size()) * 8; ++i) {
            if (bit(first + i))
                packed[qsizetype(i / 8)] = char(quint8(packed[qsizetype(i / 8)]) | 0x80U >> i % 8);
        }
        return packed;
    }

private:
    int bitsPerPixel() const { return m_channel == Channel::Alpha ? 1 : 3; }

    bool decodeUpTo(qint64 bits)
    {
        const qint64 height = m_pixels.size().height();
        const qint64 pixels = (bits + bitsPerPixel() - 1) / bitsPerPixel();
        const qint64 columns = (pixels + height - 1) / height;
        if (columns > m_pixels.size().width())
            return false;
        const int rows = int(qMin(pixels, height));
        if (columns <= m_columns && rows <= m_rows)
            return true;
        m_part = m_pixels.leftPart(int(columns), rows);
        m_columns = int(columns);
        m_rows = rows;
        return m_part.size() == qint64(m_columns) * m_rows * 4;
    }

    bool bit(qint64 index) const
    {
        const qint64 pixel = index / bitsPerPixel();
        const qint64 x = pixel / m_pixels.size().height();
        const qint64 y = pixel % m_pixels.size().height();
        const qint64 channel = m_channel == Channel::Alpha ? 3 : index % 3;
        return (m_part[qsizetype((y * m_columns + x) * 4 + channel)] & 1) != 0;
    }

    PixelSource& m_pixels;
    Channel m_channel;
    QByteArray m_part;
    int m_columns = 0;
    int m_rows = 0;
};

struct Signature
{
    Channel channel;
    QByteArrayView plain;
    QByteArrayView compressed;
};

constexpr Signature kAlpha{Channel::Alpha, "stealth_pnginfo", "stealth_pngcomp"};
constexpr Signature kColours{Channel::Colours, "stealth_rgbinfo", "stealth_rgbcomp"};

std::optional<QByteArray> payload(PixelSource& pixels, const Signature& signature)
{
    BitStream bits(pixels, signature.channel);
    const QByteArray found = bits.bytes(0, kSignatureBits);
    if (found != signature.plain && found != signature.compressed)
        return std::nullopt;
    const QByteArray lengthBytes = bits.bytes(kSignatureBits, kLengthBits);
    if (lengthBytes.isEmpty())
        return std::nullopt;
    qint64 length = 0;
    for (const char byte : lengthBytes)
        length = length << 8 | quint8(byte);
    if (length > kMaxChunkBytes * 8)
        return std::nullopt;
    const QByteArray content = bits.bytes(kSignatureBits + kLengthBits, length);
    if (content.isEmpty())
        return std::nullopt;
    return found == signature.plain ? content : gunzipWithLimit(content, kMaxChunkBytes);
}

/// JSON of the keywords a PNG would have had, or the one text of `parameters`.
QList<NamedText> textsOf(const QString& text)
{
    const std::optional<QJsonObject> object = parseJsonObject(text);
    const bool hasKeywords = object && (object->contains("Comment"_L1) || object->contains("parameters"_L1) ||
                                        object->contains("workflow"_L1));
    if (!hasKeywords)
        return {{TextSource::Pixels, u"parameters"_s, text}};
    QList<NamedText> texts;
    for (auto it = object->constBegin(); it != object->constEnd(); ++it) {
        if (it.value().isString())
            texts.append({TextSource::Pixels, it.key(), it.value().toString()});
    }
    return texts;
}

} // namespace

QList<NamedText> stealthTexts(PixelSource& pixels)
{
    if (pixels.size().isEmpty())
        return {};
    std::optional<QByteArray> content = payload(pixels, kColours);
    if (!content && pixels.hasAlpha())
        content = payload(pixels, kAlpha);
    if (!content || content->isEmpty())
        return {};
    return textsOf(decodeUtf8OrLatin1(*content));
}

} // namespace assay
