// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/json.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

bool isNumberPart(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'-' || c == u'+' || c == u'.' || c == u'e' || c == u'E';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// One pass over the text that copies strings untouched and mends what stands between them.
class JsonCleaner
{
public:
    explicit JsonCleaner(QStringView text)
        : m_text(text)
    {
        m_clean.reserve(text.size());
    }

    QString run()
    {
        while (m_position < m_text.size()) {
            const QChar c = m_text[m_position];
            if (c == u'"')
                copyString();
            else if (isLetter(c) || (c == u'-' && m_text.sliced(m_position).startsWith("-Infinity"_L1)))
                copyWord();
            else if (isNumberPart(c))
                copyNumber();
            else
                m_clean += m_text[m_position++];
        }
        return std::move(m_clean);
    }

private:
    void copyString()
    {
        const qsizetype start = m_position++;
        while (m_position < m_text.size() && m_text[m_position] != u'"')
            m_position += m_text[m_position] == u'\\' ? 2 : 1;
        m_position = qMin(m_position + 1, m_text.size());
        m_clean += m_text.sliced(start, m_position - start);
    }

    void copyWord()
    {
        const qsizetype start = m_position++;
        while (m_position < m_text.size() && isLetter(m_text[m_position]))
            ++m_position;
        const QStringView word = m_text.sliced(start, m_position - start);
        const bool isNoNumber = word == "NaN"_L1 || word == "Infinity"_L1 || word == "-Infinity"_L1;
        m_clean += isNoNumber ? QStringView(u"null") : word;
    }

    void copyNumber()
    {
        constexpr qsizetype kExactDigits = 15;
        const qsizetype start = m_position;
        bool isWhole = true;
        while (m_position < m_text.size() && isNumberPart(m_text[m_position])) {
            const QChar c = m_text[m_position];
            isWhole = isWhole && ((c >= u'0' && c <= u'9') || (c == u'-' && m_position == start));
            ++m_position;
        }
        const QStringView number = m_text.sliced(start, m_position - start);
        if (isWhole && number.size() > kExactDigits)
            m_clean += u'"' + number.toString() + u'"';
        else
            m_clean += number;
    }

    QStringView m_text;
    QString m_clean;
    qsizetype m_position = 0;
};

} // namespace

std::optional<QJsonObject> parseJsonObject(QStringView text)
{
    text = text.trimmed();
    while (text.endsWith(QChar::Null))
        text.chop(1);
    if (!text.startsWith(u'{'))
        return std::nullopt;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(JsonCleaner(text).run().toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<QString> scalarText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::trunc(number) == number && std::abs(number) < 1e15)
        return QString::number(qint64(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> scalarNumber(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toDouble();
    if (!value.isString())
        return std::nullopt;
    bool isNumber = false;
    const double number = value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::nullopt;
    return number;
}

} // namespace assay
