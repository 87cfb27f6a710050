// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"
#include "app/metadata/textdecode.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

struct Chunk
{
    QByteArray type;
    qint64 length = 0;
};

QString printable(const QByteArray& type)
{
    QString name;
    for (const char c : type)
        name += c > ' ' && c < 127 ? QLatin1Char(c) : QLatin1Char('?');
    return name;
}

void readHeader(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const quint32 width = reader.u32be();
    const quint32 height = reader.u32be();
    if (!reader.isOk() || width == 0 || height == 0 || width > INT_MAX || height > INT_MAX)
        return builder.addProblem(u"PNG IHDR: gives no possible size"_s);
    builder.setSize(QSize(int(width), int(height)));
}

void readPlainText(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const QString keyword = QString::fromLatin1(reader.untilNul());
    if (!reader.isOk())
        return builder.addProblem(u"PNG tEXt: has no keyword"_s);
    builder.addText(TextSource::PngText, keyword, decodeUtf8OrLatin1(reader.rest()));
}

void readCompressedText(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const QString keyword = QString::fromLatin1(reader.untilNul());
    const quint8 method = reader.u8();
    if (!reader.isOk() || method != 0)
        return builder.addProblem(u"PNG zTXt: not as PNG defines it"_s);
    const std::optional<QByteArray> text = inflateWithLimit(reader.rest(), kMaxChunkBytes);
    if (!text)
        return builder.addProblem(u"PNG zTXt %1: does not unpack, or to more than the limit"_s.arg(keyword));
    builder.addText(TextSource::PngCompressedText, keyword, decodeUtf8OrLatin1(*text));
}

void readInternationalText(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const QString keyword = QString::fromLatin1(reader.untilNul());
    const quint8 isCompressed = reader.u8();
    const quint8 method = reader.u8();
    reader.untilNul(); // language
    reader.untilNul(); // translated keyword
    if (!reader.isOk() || (isCompressed != 0 && method != 0))
        return builder.addProblem(u"PNG iTXt: not as PNG defines it"_s);
    QByteArray text = reader.rest().toByteArray();
    if (isCompressed != 0) {
        const std::optional<QByteArray> unpacked = inflateWithLimit(text, kMaxChunkBytes);
        if (!unpacked)
            return builder.addProblem(
                u"PNG iTXt %1: does not unpack, or to more than the limit"_s.arg(keyword));
        text = *unpacked;
    }
    if (keyword == "XML:com.adobe.xmp"_L1)
        return builder.addXmp(text);
    builder.addText(TextSource::PngInternationalText, keyword, decodeUtf8OrLatin1(text));
}

/// ComfyUI's private chunk in animated PNG: keyword, NUL, JSON.
void readComfyChunk(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    const QString keyword = QString::fromLatin1(reader.untilNul());
    if (reader.isOk())
        builder.addText(TextSource::PngComfyChunk, keyword, decodeUtf8OrLatin1(reader.rest()));
}

void readExif(QByteArrayView content, ContainerBuilder& builder)
{
    builder.addExif(content);
}

void readC2pa(QByteArrayView content, ContainerBuilder& builder)
{
    builder.addC2pa(content);
}

using ChunkReader = void (*)(QByteArrayView content, ContainerBuilder& builder);

/// Null for chunks that hold no text, image data above all.
ChunkReader readerFor(const QByteArray& type)
{
    static constexpr std::pair<QByteArrayView, ChunkReader> kReaders[] = {
        {"IHDR", readHeader},         {"tEXt", readPlainText},
        {"zTXt", readCompressedText}, {"iTXt", readInternationalText},
        {"comf", readComfyChunk},     {"eXIf", readExif},
        {"caBX", readC2pa},
    };
    for (const auto& [name, reader] : kReaders) {
        if (type == name)
            return reader;
    }
    return nullptr;
}

/// Reads the chunk's content, or passes over it. False when the walk has to end.
bool handleChunk(QIODevice& device, const Chunk& chunk, ContainerBuilder& builder)
{
    constexpr qint64 kCrcBytes = 4;
    const qint64 next = device.pos() + chunk.length + kCrcBytes;
    const QString name = u"PNG "_s + printable(chunk.type);
    if (next > device.size()) {
        builder.addProblem(u"the file ends inside its %1 chunk"_s.arg(name));
        return false;
    }
    const ChunkReader reader = readerFor(chunk.type);
    if (reader && builder.accepts(name, chunk.length))
        reader(device.read(chunk.length), builder);
    return chunk.type != "IEND" && device.seek(next);
}

} // namespace

void readPng(QIODevice& device, ContainerBuilder& builder)
{
    constexpr qint64 kSignatureBytes = 8;
    if (!device.seek(kSignatureBytes))
        return;
    for (;;) {
        const QByteArray header = device.read(8);
        if (header.size() < 8)
            return builder.addProblem(u"the file ends before PNG IEND"_s);
        ByteReader reader(header);
        Chunk chunk;
        chunk.length = reader.u32be();
        chunk.type = reader.take(4).toByteArray();
        if (!handleChunk(device, chunk, builder))
            return;
    }
}

} // namespace assay
