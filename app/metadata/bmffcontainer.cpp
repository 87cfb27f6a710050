// SPDX-License-Identifier: GPL-3.0-or-later
// AVIF and HEIF: boxes of ISO 14496-12. Reads the items named in the `meta` box that hold EXIF or XMP, the
// largest stated size, and the C2PA box. Image items are never touched.
#include "app/metadata/bytes.h"
#include "app/metadata/containerbuilder.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

struct Box
{
    QByteArray type;
    QByteArrayView content;
};

/// The next box in memory; nothing when what is left is none.
std::optional<Box> nextBox(ByteReader& reader)
{
    if (reader.left() < 8)
        return std::nullopt;
    quint64 length = reader.u32be();
    const QByteArray type = reader.take(4).toByteArray();
    quint64 headerBytes = 8;
    if (length == 1) {
        length = reader.big(8);
        headerBytes = 16;
    }
    const QByteArrayView content =
        length == 0 ? reader.rest() : reader.take(length < headerBytes ? -1 : qint64(length - headerBytes));
    if (!reader.isOk())
        return std::nullopt;
    return Box{type, content};
}

enum class ItemKind { Exif, Xmp };

struct Extent
{
    qint64 offset = 0;
    qint64 length = 0;
    bool inItemData = false; ///< inside the `idat` box, not the file
};

struct MetaBox
{
    QHash<quint32, ItemKind> kinds;
    QHash<quint32, Extent> extents;
    QByteArrayView itemData;
    QSize largest;
};

void readItemInfo(QByteArrayView content, MetaBox& meta)
{
    ByteReader list(content);
    const quint8 version = list.u8();
    list.skip(3);
    list.skip(version == 0 ? 2 : 4); // entry count: the boxes themselves tell
    while (const std::optional<Box> box = nextBox(list)) {
        ByteReader entry(box->content);
        const quint8 entryVersion = entry.u8();
        entry.skip(3);
        if (box->type != "infe" || entryVersion < 2)
            continue;
        const quint32 id = entryVersion == 2 ? entry.u16be() : entry.u32be();
        entry.skip(2); // protection
        const QByteArrayView type = entry.take(4);
        entry.untilNul(); // name
        if (type == "Exif")
            meta.kinds.insert(id, ItemKind::Exif);
        else if (type == "mime" && entry.isOk() && entry.rest().startsWith("application/rdf+xml"))
            meta.kinds.insert(id, ItemKind::Xmp);
    }
}

struct LocationSizes
{
    int version = 0;
    int offset = 0;
    int length = 0;
    int base = 0;
    int index = 0;
};

/// One entry of `iloc`. Only the first extent counts: metadata items have one.
void readItemLocation(ByteReader& reader, const LocationSizes& sizes, MetaBox& meta)
{
    const quint32 id = sizes.version < 2 ? reader.u16be() : reader.u32be();
    const int construction = sizes.version == 0 ? 0 : reader.u16be() & 0xf;
    reader.skip(2); // data reference
    const quint64 base = reader.big(sizes.base);
    const int count = reader.u16be();
    for (int i = 0; i < count && reader.isOk(); ++i) {
        reader.skip(sizes.version == 0 ? 0 : sizes.index);
        const quint64 offset = base + reader.big(sizes.offset);
        const quint64 length = reader.big(sizes.length);
        const bool isPossible = offset <= INT64_MAX && length <= INT64_MAX;
        if (i == 0 && reader.isOk() && isPossible && construction <= 1)
            meta.extents.insert(id, {qint64(offset), qint64(length), construction == 1});
    }
}

void readItemLocations(QByteArrayView content, MetaBox& meta)
{
    ByteReader reader(content);
    LocationSizes sizes;
    sizes.version = reader.u8();
    reader.skip(3);
    const quint16 packed = reader.u16be();
    sizes.offset = packed >> 12 & 0xf;
    sizes.length = packed >> 8 & 0xf;
    sizes.base = packed >> 4 & 0xf;
    sizes.index = packed & 0xf;
    if (sizes.offset > 8 || sizes.length > 8 || sizes.base > 8 || sizes.index > 8)
        return;
    const quint32 count = sizes.version < 2 ? reader.u16be() : reader.u32be();
    for (quint32 i = 0; i < count && reader.isOk(); ++i)
        readItemLocation(reader, sizes, meta);
}

void readProperties(QByteArrayView content, MetaBox& meta)
{
    ByteReader properties(content);
    while (const std::optional<Box> container = nextBox(properties)) {
        if (container->type != "ipco")
            continue;
        ByteReader list(container->content);
        while (const std::optional<Box> box = nextBox(list)) {
            if (box->type != "ispe")
                continue;
            ByteReader size(box->content);
            size.skip(4);
            const quint32 width = size.u32be();
            const quint32 height = size.u32be();
            if (width > INT_MAX || height > INT_MAX)
                continue;
            if (qint64(width) * height > qint64(meta.largest.width()) * meta.largest.height())
                meta.largest = QSize(int(width), int(height));
        }
    }
}

MetaBox readMeta(QByteArrayView content)
{
    MetaBox meta;
    ByteReader reader(content);
    reader.skip(4);
    while (const std::optional<Box> box = nextBox(reader)) {
        if (box->type == "iinf")
            readItemInfo(box->content, meta);
        else if (box->type == "iloc")
            readItemLocations(box->content, meta);
        else if (box->type == "idat")
            meta.itemData = box->content;
        else if (box->type == "iprp")
            readProperties(box->content, meta);
    }
    return meta;
}

QByteArray readExtent(QIODevice& device, const MetaBox& meta, const Extent& extent)
{
    if (extent.inItemData) {
        ByteReader reader(meta.itemData);
        reader.skip(extent.offset);
        return reader.take(extent.length).toByteArray();
    }
    const bool fits = extent.offset <= device.size() && extent.length <= device.size() - extent.offset;
    return fits && device.seek(extent.offset) ? device.read(extent.length) : QByteArray();
}

void readItems(QIODevice& device, const MetaBox& meta, ContainerBuilder& builder)
{
    QList<quint32> ids = meta.kinds.keys();
    std::sort(ids.begin(), ids.end());
    for (const quint32 id : ids) {
        const ItemKind kind = meta.kinds.value(id);
        const QString name = kind == ItemKind::Exif ? u"EXIF item"_s : u"XMP item"_s;
        const Extent extent = meta.extents.value(id);
        if (!builder.accepts(name, extent.length))
            continue;
        const QByteArray content = readExtent(device, meta, extent);
        if (content.isEmpty())
            builder.addProblem(name + u": is not where the file says"_s);
        else if (kind == ItemKind::Xmp)
            builder.addXmp(content);
        else
            builder.addExif(QByteArrayView(content).sliced(qMin<qsizetype>(4, content.size())));
    }
}

bool isC2pa(QByteArrayView content)
{
    return content.startsWith(
        QByteArrayView("\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81", 16));
}

void readTopBox(QIODevice& device, const QByteArray& type, qint64 length, ContainerBuilder& builder)
{
    const bool isWanted = type == "meta" || type == "uuid";
    if (!isWanted || !builder.accepts(u"box "_s + QString::fromLatin1(type), length))
        return;
    const QByteArray content = device.read(length);
    if (type == "uuid" && isC2pa(content))
        builder.addC2pa(content);
    if (type != "meta")
        return;
    const MetaBox meta = readMeta(content);
    if (!meta.largest.isEmpty())
        builder.setSize(meta.largest);
    readItems(device, meta, builder);
}

} // namespace

bool forEachBox(QIODevice& device, ContainerBuilder& builder, BoxReader read)
{
    qint64 position = 0;
    while (position + 8 <= device.size() && device.seek(position)) {
        const QByteArray header = device.read(16);
        ByteReader reader(header);
        quint64 length = reader.u32be();
        const QByteArray type = reader.take(4).toByteArray();
        const qint64 headerBytes = length == 1 ? 16 : 8;
        if (length == 1)
            length = reader.big(8);
        const quint64 left = quint64(device.size() - position);
        if (length == 0)
            length = left;
        if (!reader.isOk() || length < quint64(headerBytes) || length > left)
            return false;
        if (!device.seek(position + headerBytes))
            return false;
        read(device, type, qint64(length) - headerBytes, builder);
        position += qint64(length);
    }
    return true;
}

void readBmff(QIODevice& device, ContainerBuilder& builder)
{
    if (!forEachBox(device, builder, readTopBox))
        builder.addProblem(u"the file ends inside one of its boxes"_s);
}

} // namespace assay
