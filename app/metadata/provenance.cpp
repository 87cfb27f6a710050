// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/provenance.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr QByteArrayView kSourceTypes("http://cv.iptc.org/newscodes/digitalsourcetype/");

/// A CBOR text string at that place, up to 64 KB long; nothing for anything else.
std::optional<QByteArrayView> cborText(QByteArrayView bytes, qsizetype position)
{
    if (position < 0 || position >= bytes.size())
        return std::nullopt;
    const quint8 head = quint8(bytes[position]);
    qsizetype length = 0;
    qsizetype headBytes = 1;
    if (head >= 0x60 && head <= 0x77) {
        length = head - 0x60;
    } else if (head == 0x78 && position + 1 < bytes.size()) {
        length = quint8(bytes[position + 1]);
        headBytes = 2;
    } else if (head == 0x79 && position + 2 < bytes.size()) {
        length = quint8(bytes[position + 1]) << 8 | quint8(bytes[position + 2]);
        headBytes = 3;
    } else {
        return std::nullopt;
    }
    if (position + headBytes + length > bytes.size())
        return std::nullopt;
    return bytes.sliced(position + headBytes, length);
}

QString term(QByteArrayView word)
{
    const auto end = std::find_if(word.begin(), word.end(),
                                  [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
    return QString::fromLatin1(word.first(end - word.begin()));
}

/// The word after IPTC's address. CBOR texts stand wall to wall, so the text's own length tells where it
/// ends.
QString sourceTypeAt(QByteArrayView manifest, qsizetype address)
{
    for (const qsizetype headBytes : {2, 3}) {
        const std::optional<QByteArrayView> text = cborText(manifest, address - headBytes);
        if (text && text->startsWith(kSourceTypes))
            return term(text->sliced(kSourceTypes.size()));
    }
    return term(manifest.sliced(address + kSourceTypes.size()));
}

/// A statement is one line.
QString declares(const QString& what)
{
    constexpr qsizetype kLongest = 200;
    return u"declares: "_s + what.simplified().left(kLongest);
}

/// The name in `claim_generator_info` (claims of version 2), else the older text `claim_generator`.
QString claimGenerator(QByteArrayView manifest)
{
    static constexpr QByteArrayView kNewKey("claim_generator_info");
    static constexpr QByteArrayView kName("dname"); // CBOR text of four letters, "name"
    const qsizetype newKey = manifest.indexOf(kNewKey);
    if (newKey >= 0) {
        const qsizetype name = manifest.indexOf(kName, newKey);
        const auto text = cborText(manifest, name + kName.size());
        if (name >= 0 && name - newKey < 64 && text)
            return QString::fromUtf8(*text);
    }
    static constexpr QByteArrayView kOldKey("oclaim_generator"); // 'o' is the head of a text of 15 letters
    const qsizetype oldKey = manifest.indexOf(kOldKey);
    if (oldKey < 0)
        return {};
    const auto text = cborText(manifest, oldKey + kOldKey.size());
    return text ? QString::fromUtf8(*text) : QString();
}

} // namespace

QStringList provenanceOfC2pa(QByteArrayView manifest)
{
    QStringList statements{u"C2PA manifest, not verified"_s};
    const QString generator = claimGenerator(manifest);
    if (!generator.isEmpty())
        statements.append(declares(u"made with "_s + generator));
    for (qsizetype at = manifest.indexOf(kSourceTypes); at >= 0;
         at = manifest.indexOf(kSourceTypes, at + kSourceTypes.size())) {
        const QString statement = declares(sourceTypeAt(manifest, at));
        if (!statements.contains(statement))
            statements.append(statement);
    }
    return statements;
}

QStringList provenanceOfXmp(const QString& name, const QString& text)
{
    if (name.endsWith(":DigitalSourceType"_L1)) {
        const QString word = text.section(u'/', -1).trimmed();
        if (!word.isEmpty())
            return {declares(word)};
    }
    if (name.endsWith(":Credit"_L1) && text.contains("Made with Google AI"_L1))
        return {declares(text)};
    return {};
}

} // namespace assay
