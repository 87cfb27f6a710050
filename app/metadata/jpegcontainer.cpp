// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"
#include "app/metadata/textdecode.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr quint8 kStartOfScan = 0xda;
constexpr quint8 kEndOfImage = 0xd9;
constexpr quint8 kApp1 = 0xe1;
constexpr quint8 kApp11 = 0xeb;
constexpr quint8 kComment = 0xfe;

bool isStartOfFrame(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

bool standsAlone(quint8 marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/// The next marker, passing over fill bytes and a little garbage; nothing at the end of the file.
std::optional<quint8> nextMarker(QIODevice& device)
{
    constexpr int kMaxGarbageBytes = 65536;
    char byte = 0;
    bool afterMarkerByte = false;
    for (int passed = 0; passed < kMaxGarbageBytes && device.getChar(&byte); ++passed) {
        const quint8 value = quint8(byte);
        if (afterMarkerByte && value != 0xff && value != 0x00)
            return value;
        afterMarkerByte = value == 0xff;
    }
    return std::nullopt;
}

void readFrame(QByteArrayView content, ContainerBuilder& builder)
{
    ByteReader reader(content);
    reader.skip(1); // sample precision
    const quint16 height = reader.u16be();
    const quint16 width = reader.u16be();
    if (!reader.isOk() || width == 0 || height == 0)
        return builder.addProblem(u"JPEG frame header: gives no possible size"_s);
    builder.setSize(QSize(width, height));
}

void readApp1(QByteArrayView content, ContainerBuilder& builder)
{
    static constexpr QByteArrayView kExif("Exif\0\0", 6);
    static constexpr QByteArrayView kXmp("http://ns.adobe.com/xap/1.0/\0", 29);
    if (content.startsWith(kExif))
        builder.addExif(content.sliced(kExif.size()));
    else if (content.startsWith(kXmp))
        builder.addXmp(content.sliced(kXmp.size()));
}

/// JUMBF in APP11 is one box cut into segments, each with its own small header; the parts are joined again.
void appendJumbf(QByteArrayView content, QByteArray& manifest)
{
    ByteReader reader(content);
    if (reader.take(2) != "JP")
        return;
    reader.skip(2); // box instance
    const quint32 sequence = reader.u32be();
    if (sequence > 1)
        reader.skip(8); // the box header again
    if (reader.isOk() && manifest.size() + reader.left() <= kMaxChunkBytes)
        manifest.append(reader.rest());
}

struct JpegWalk
{
    QIODevice& device;
    ContainerBuilder& builder;
    QByteArray manifest;

    void segment(quint8 marker, QByteArrayView content)
    {
        if (isStartOfFrame(marker))
            readFrame(content, builder);
        else if (marker == kApp1)
            readApp1(content, builder);
        else if (marker == kComment)
            builder.addText(TextSource::JpegComment, u"Comment"_s, decodeUtf8OrLatin1(content));
        else if (marker == kApp11)
            appendJumbf(content, manifest);
    }

    bool next()
    {
        const std::optional<quint8> marker = nextMarker(device);
        if (!marker) {
            builder.addProblem(u"the JPEG ends, or goes on with something else, before its image data"_s);
            return false;
        }
        if (*marker == kStartOfScan || *marker == kEndOfImage)
            return false;
        if (standsAlone(*marker))
            return true;
        const QByteArray lengthBytes = device.read(2);
        const qint64 length = qint64(ByteReader(lengthBytes).u16be()) - 2;
        const QByteArray content = length < 0 ? QByteArray() : device.read(length);
        if (length < 0 || content.size() < length) {
            builder.addProblem(u"a JPEG segment is longer than the file, or has no length"_s);
            return false;
        }
        segment(*marker, content);
        return true;
    }
};

} // namespace

void readJpeg(QIODevice& device, ContainerBuilder& builder)
{
    constexpr qint64 kStartOfImageBytes = 2;
    if (!device.seek(kStartOfImageBytes))
        return;
    JpegWalk walk{device, builder, {}};
    while (walk.next()) {
    }
    if (!walk.manifest.isEmpty())
        builder.addC2pa(walk.manifest);
}

} // namespace assay
