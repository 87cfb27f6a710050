// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/xmp.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

constexpr QLatin1StringView kRdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
constexpr qsizetype kMaxProperties = 2000;

/// Containers of RDF (Alt, Seq, li, ...) carry no name of their own: their text belongs to the property
/// around them.
class XmpWalk
{
public:
    explicit XmpWalk(QByteArrayView packet)
        : m_reader(packet.toByteArray())
    {
    }

    XmpReading run()
    {
        while (!m_reader.atEnd() && m_reading.texts.size() < kMaxProperties)
            handle(m_reader.readNext());
        // Padding and cut packets are common; it only matters if nothing came out.
        if (m_reader.hasError() && m_reading.texts.isEmpty())
            m_reading.problem = u"XMP: %1"_s.arg(m_reader.errorString());
        return std::move(m_reading);
    }

private:
    void handle(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement)
            start();
        else if (token == QXmlStreamReader::Characters && !m_names.isEmpty() && !m_reader.isWhitespace())
            m_text += m_reader.text();
        else if (token == QXmlStreamReader::EndElement)
            end();
    }

    void start()
    {
        m_text.clear();
        const bool isRdf = m_reader.namespaceUri() == kRdf;
        const bool isProperty = !isRdf && m_reader.name() != "xmpmeta"_L1;
        m_names.append(isProperty ? m_reader.qualifiedName().toString() : m_names.value(m_names.size() - 1));
        const QXmlStreamAttributes attributes = m_reader.attributes();
        for (const QXmlStreamAttribute& attribute : attributes) {
            if (isRdf && attribute.namespaceUri() != kRdf && attribute.name() != "lang"_L1)
                add(attribute.qualifiedName().toString(), attribute.value().toString());
            else if (attribute.namespaceUri() == kRdf && attribute.name() == "resource"_L1)
                add(m_names.last(), attribute.value().toString());
        }
    }

    void end()
    {
        if (!m_text.isEmpty() && !m_names.isEmpty() && !m_names.last().isEmpty())
            add(m_names.last(), m_text);
        m_text.clear();
        if (!m_names.isEmpty())
            m_names.removeLast();
    }

    void add(const QString& name, const QString& text)
    {
        if (!name.isEmpty())
            m_reading.texts.append({TextSource::Xmp, name, text});
    }

    QXmlStreamReader m_reader;
    QStringList m_names;
    QString m_text;
    XmpReading m_reading;
};

QByteArrayView withoutPadding(QByteArrayView packet)
{
    const qsizetype start = packet.indexOf('<');
    const qsizetype end = packet.lastIndexOf('>');
    return start < 0 || end < start ? QByteArrayView() : packet.sliced(start, end - start + 1);
}

} // namespace

XmpReading readXmp(QByteArrayView packet)
{
    return XmpWalk(withoutPadding(packet)).run();
}

} // namespace assay
