// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/exif.h"

#include "app/metadata/textdecode.h"

#include <exiv2/exiv2.hpp>

#include <array>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

struct Tag
{
    int number;
    QLatin1StringView name;
};

constexpr int kUserComment = 0x9286;

// The order here is the order of the texts.
constexpr std::array kTags{
    Tag{0x010e, "ImageDescription"_L1},
    Tag{0x010f, "Make"_L1},
    Tag{0x0110, "Model"_L1},
    Tag{0x0131, "Software"_L1},
    Tag{0x013b, "Artist"_L1},
    Tag{0x927c, "MakerNote"_L1},
    Tag{kUserComment, "UserComment"_L1},
    Tag{0x9003, "DateTimeOriginal"_L1},
    Tag{0x9011, "OffsetTimeOriginal"_L1},
};

QByteArray rawBytes(const Exiv2::Value& value)
{
    if (const auto* comment = dynamic_cast<const Exiv2::CommentValue*>(&value))
        return QByteArray::fromStdString(comment->value_);
    QByteArray bytes(qsizetype(value.size()), Qt::Uninitialized);
    if (!bytes.isEmpty())
        value.copy(reinterpret_cast<Exiv2::byte*>(bytes.data()), Exiv2::bigEndian);
    return bytes;
}

bool holdsBytes(const Exiv2::Value& value)
{
    const auto type = value.typeId();
    return type == Exiv2::asciiString || type == Exiv2::undefined || type == Exiv2::unsignedByte ||
           type == Exiv2::comment || type == Exiv2::string;
}

QByteArrayView withoutNuls(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && bytes.front() == 0)
        bytes = bytes.sliced(1);
    while (!bytes.isEmpty() && bytes.back() == 0)
        bytes.chop(1);
    return bytes;
}

/// A camera's binary maker note is no text; what programs write there is short and printable.
bool isPrintable(const QString& text)
{
    return text.size() <= 256 &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint() || c.isSpace(); });
}

std::optional<QString> textOf(const Tag& tag, const Exiv2::Value& value, bool bigEndian)
{
    if (!holdsBytes(value))
        return std::nullopt;
    const QByteArray bytes = rawBytes(value);
    if (tag.number == kUserComment)
        return decodeUserComment(bytes, bigEndian);
    const QString text = decodeUtf8OrLatin1(withoutNuls(bytes));
    if (tag.name == "MakerNote"_L1 && !isPrintable(text))
        return std::nullopt;
    return text;
}

QList<NamedText> textsOf(const Exiv2::ExifData& data, bool bigEndian)
{
    QList<NamedText> texts;
    for (const Tag& tag : kTags) {
        for (const Exiv2::Exifdatum& datum : data) {
            const std::string group = datum.groupName();
            if (datum.tag() != tag.number || (group != "Image" && group != "Photo"))
                continue;
            if (const std::optional<QString> text = textOf(tag, datum.value(), bigEndian))
                texts.append({TextSource::Exif, tag.name, *text});
        }
    }
    return texts;
}

} // namespace

Result<QList<NamedText>> exifTexts(QByteArrayView tiff)
{
    // What is wrong with a file goes into its problems, not to the terminal.
    static const bool isMuted = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        return true;
    }();
    Q_UNUSED(isMuted)
    if (!tiff.startsWith("II") && !tiff.startsWith("MM"))
        return Error{ErrorKind::Damaged, {}, u"EXIF: has no TIFF header"_s};
    try {
        Exiv2::ExifData data;
        const auto* bytes = reinterpret_cast<const Exiv2::byte*>(tiff.data());
        const Exiv2::ByteOrder order = Exiv2::ExifParser::decode(data, bytes, uint32_t(tiff.size()));
        if (order == Exiv2::invalidByteOrder)
            return Error{ErrorKind::Damaged, {}, u"EXIF: is no TIFF structure"_s};
        return textsOf(data, order == Exiv2::bigEndian);
    } catch (const std::exception& error) { // Exiv2 throws; our own code does not
        return Error{ErrorKind::Damaged, {}, u"EXIF: %1"_s.arg(QString::fromUtf8(error.what()))};
    }
}

} // namespace assay
