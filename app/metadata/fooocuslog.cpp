// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/fooocuslog.h"

#include "app/metadata/json.h"
#include "app/metadata/readers.h"
#include "app/metadata/sidecar.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

/// Text behind a tag like `<td class='label'>` up to the cell's end; `from` moves behind it.
std::optional<QString> nextCell(const QString& part, const QStringList& classes, qsizetype& from)
{
    while (true) {
        const qsizetype cell = part.indexOf("<td class="_L1, from);
        const qsizetype open = cell < 0 ? -1 : part.indexOf(u'>', cell);
        const qsizetype end = open < 0 ? -1 : part.indexOf("</td>"_L1, open);
        if (end < 0)
            return std::nullopt;
        from = open;
        QString name = part.sliced(cell + 10, open - cell - 10).trimmed();
        name.remove(u'"').remove(u'\'');
        if (!classes.contains(name))
            continue;
        from = end;
        return part.sliced(open + 1, end - open - 1);
    }
}

QString plainText(QString html)
{
    for (const QLatin1String lineEnd : {" </br> "_L1, "</br>"_L1, "<br/>"_L1, "<br>"_L1})
        html.replace(lineEnd, "\n"_L1);
    html.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    html.replace("&#39;"_L1, "'"_L1).replace("&#x27;"_L1, "'"_L1);
    return html.replace("&amp;"_L1, "&"_L1).trimmed();
}

/// The name that Fooocus gives the label in the metadata of an image: "Guidance Scale" is guidance_scale.
QString keyOf(const QString& label)
{
    return plainText(label).toLower().replace(u' ', u'_');
}

/// "name : 0.5" as Fooocus writes it into images: ["name", 0.5].
QJsonArray loraOf(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const double weight = colon < 0 ? 0 : text.sliced(colon + 1).trimmed().toDouble(&isNumber);
    if (!isNumber)
        return {text};
    return {text.first(colon).trimmed(), weight};
}

QJsonObject fieldsOf(const QString& part)
{
    QJsonObject fields;
    QJsonArray loras;
    qsizetype from = 0;
    while (const auto label = nextCell(part, {u"label"_s, u"key"_s}, from)) {
        const auto value = nextCell(part, {u"value"_s}, from);
        if (!value)
            break;
        const QString key = keyOf(*label);
        if (key.startsWith("lora_"_L1))
            loras.append(loraOf(plainText(*value)));
        else
            fields.insert(key, plainText(*value));
    }
    if (!loras.isEmpty())
        fields.insert(u"loras"_s, loras);
    return fields;
}

} // namespace

std::optional<QString> partOfFooocusLog(QByteArrayView page, const QString& fileName)
{
    const QByteArray id = QString(fileName).replace(u'.', u'_').toUtf8();
    for (const char quote : {'"', '\''}) {
        const QByteArray tag = QByteArray("<div id=") + quote + id + quote;
        const qsizetype start = page.indexOf(tag);
        if (start < 0)
            continue;
        const qsizetype next = page.indexOf("<div id=", start + 1);
        const qsizetype end = next < 0 ? page.size() : next;
        if (end - start <= kMaxChunkBytes)
            return QString::fromUtf8(page.sliced(start, end - start)).trimmed();
    }
    return std::nullopt;
}

std::optional<FileMetadata> readFooocusLogPart(const QString& part)
{
    const QJsonObject fields = fieldsOf(part);
    if (!fields.contains("prompt"_L1) || !fields.contains("base_model"_L1))
        return std::nullopt;
    auto metadata = readJsonSidecar(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
    if (metadata)
        metadata->rawText = rawTextOf({{TextSource::Sidecar, u"log.html"_s, part}});
    return metadata;
}

} // namespace assay
