// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/checksjson.h"

#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace assay {

QString checksToJson(const Checks& checks)
{
    QString json;
    json.reserve(checks.size() * 20 + 2);
    json += u'{';
    for (auto it = checks.cbegin(); it != checks.cend(); ++it) {
        if (it != checks.cbegin())
            json += u',';
        appendJsonString(json, it.key());
        json += u':';
        appendJsonString(json, toText(it.value()));
    }
    json += u'}';
    return json;
}

Checks checksFromJson(const QString& json)
{
    Checks checks;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (const auto answer = answerFromText(it.value().toString()))
            checks.insert(it.key(), *answer);
    }
    return checks;
}

QString reasonsToJson(const QStringList& reasons)
{
    if (reasons.isEmpty())
        return QStringLiteral("[]");
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(reasons)).toJson(QJsonDocument::Compact));
}

QStringList reasonsFromJson(const QString& json)
{
    QStringList reasons;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array())
        reasons << value.toString();
    return reasons;
}

} // namespace assay
