// SPDX-License-Identifier: GPL-3.0-or-later
// Writing JSON with keys in the order the caller chooses and numbers as they are: for lines that must come
// out the same each time, and taking such texts apart without changing them. Parsing is done elsewhere.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace assay {

/// The text as a JSON string, quoted and escaped.
QString jsonString(QStringView text);
void appendJsonString(QString& json, QStringView text);

/// The shortest decimal that reads back as the same number; "null" for what JSON can't say.
QString jsonNumber(double value);

/// A member of an object with its value's text exactly as it is.
struct JsonMember
{
    QString key;
    QStringView json;
};

/// The members of an object's text, which must be valid JSON and outlive them.
QList<JsonMember> jsonMembers(QStringView object);

/// One object on one line. Keys appear in the order they are added.
class JsonObjectText
{
public:
    void addText(QLatin1String key, QStringView value) { addRaw(key, jsonString(value)); }
    void addInteger(QLatin1String key, qint64 value) { addRaw(key, QString::number(value)); }
    void addNumber(QLatin1String key, double value) { addRaw(key, jsonNumber(value)); }
    /// `json` is a complete JSON value.
    void addRaw(QLatin1String key, QStringView json);
    /// The members of another object's text, after the ones that are there.
    void addMembers(QStringView object);

    bool isEmpty() const { return m_members.isEmpty(); }
    QString text() const { return u'{' + m_members + u'}'; }

private:
    QString m_members;
};

} // namespace assay
