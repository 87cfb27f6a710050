// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG XL: the size from the start of the codestream; in the container form the boxes with EXIF, XMP and
// C2PA, plain or packed with Brotli. The picture itself is never decoded.
#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"

#include <brotli/decode.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

/// Reads the fields of a codestream: the lowest bit of a byte first.
class BitReader
{
public:
    explicit BitReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool isOk() const { return m_position <= m_bytes.size() * 8; }

    quint32 bits(int count)
    {
        quint32 value = 0;
        for (int i = 0; i < count; ++i, ++m_position) {
            const qsizetype at = m_position / 8;
            const quint32 bit = at < m_bytes.size() ? quint8(m_bytes[at]) >> m_position % 8 & 1U : 0;
            value |= bit << i;
        }
        return value;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
};

qint64 side(BitReader& reader, bool isSmall)
{
    constexpr std::array kWidths{9, 13, 18, 30};
    if (isSmall)
        return 8 * (qint64(reader.bits(5)) + 1);
    const int width = kWidths[reader.bits(2)];
    return qint64(reader.bits(width)) + 1;
}

/// ISO 18181-1, SizeHeader. `codestream` starts with its signature, FF 0A.
void readSize(QByteArrayView codestream, ContainerBuilder& builder)
{
    struct Ratio
    {
        int width;
        int height;
    };
    constexpr std::array kRatios{Ratio{0, 0}, Ratio{1, 1},  Ratio{12, 10}, Ratio{4, 3},
                                 Ratio{3, 2}, Ratio{16, 9}, Ratio{5, 4},   Ratio{2, 1}};
    if (!codestream.startsWith("\xff\x0a"))
        return;
    BitReader reader(codestream.sliced(2));
    const bool isSmall = reader.bits(1) == 1;
    const qint64 height = side(reader, isSmall);
    const Ratio ratio = kRatios[reader.bits(3)];
    const qint64 width = ratio.width == 0 ? side(reader, isSmall) : height * ratio.width / ratio.height;
    if (reader.isOk() && width <= INT_MAX && height <= INT_MAX)
        builder.setSize(QSize(int(width), int(height)));
}

std::optional<QByteArray> unpack(QByteArrayView packed, qint64 limit)
{
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    if (!state)
        return std::nullopt;
    const auto* next = reinterpret_cast<const uint8_t*>(packed.data());
    auto left = size_t(packed.size());
    QByteArray content;
    std::array<uint8_t, 65536> block{};
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && content.size() <= limit) {
        uint8_t* target = block.data();
        size_t room = block.size();
        result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &target, nullptr);
        content.append(reinterpret_cast<const char*>(block.data()), qsizetype(block.size() - room));
    }
    if (result != BROTLI_DECODER_RESULT_SUCCESS || content.size() > limit)
        return std::nullopt;
    return content;
}

void readMetadataBox(QByteArrayView type, QByteArrayView content, ContainerBuilder& builder)
{
    constexpr qsizetype kOffsetBytes = 4; // where the TIFF header starts, which is 0 in every real file
    if (type == "Exif" && content.size() > kOffsetBytes)
        builder.addExif(content.sliced(kOffsetBytes));
    else if (type == "xml ")
        builder.addXmp(content);
    else if (type == "jumb" && content.contains("c2pa"))
        builder.addC2pa(content);
}

void readPackedBox(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const QByteArrayView type = reader.take(4);
    const std::optional<QByteArray> unpacked = unpack(reader.rest(), kMaxChunkBytes);
    if (!unpacked)
        return builder.addProblem(u"JPEG XL brob: does not unpack, or to more than the limit"_s);
    readMetadataBox(type, *unpacked, builder);
}

void readBox(QIODevice& device, const QByteArray& type, qint64 length, ContainerBuilder& builder)
{
    constexpr qint64 kSizeBytes = 32;
    constexpr qsizetype kPartNumberBytes = 4;
    if (type == "jxlc")
        return readSize(device.read(qMin(length, kSizeBytes)), builder);
    if (type == "jxlp") {
        const QByteArray start = device.read(qMin(length, kSizeBytes));
        return readSize(QByteArrayView(start).sliced(qMin(start.size(), kPartNumberBytes)), builder);
    }
    const bool isWanted = type == "Exif" || type == "xml " || type == "jumb" || type == "brob";
    if (!isWanted || !builder.accepts(u"box "_s + QString::fromLatin1(type), length))
        return;
    const QByteArray content = device.read(length);
    if (type == "brob")
        readPackedBox(content, builder);
    else
        readMetadataBox(type, content, builder);
}

} // namespace

void readJxl(QIODevice& device, ContainerBuilder& builder)
{
    constexpr qint64 kHead = 32;
    if (!device.seek(0))
        return;
    const QByteArray head = device.peek(kHead);
    if (head.startsWith("\xff\x0a"))
        return readSize(head, builder);
    if (!forEachBox(device, builder, readBox))
        builder.addProblem(u"the file ends inside one of its boxes"_s);
}

} // namespace assay
