// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/containerbuilder.h"

#include "app/metadata/exif.h"
#include "app/metadata/provenance.h"
#include "app/metadata/xmp.h"

using namespace Qt::StringLiterals;

namespace assay {

namespace {

// More are noise: real files have fewer than twenty.
constexpr qsizetype kMaxTexts = 4096;
constexpr qsizetype kMaxProblems = 50;

} // namespace

ContainerBuilder::ContainerBuilder(ContainerFormat format)
{
    m_container.format = format;
}

void ContainerBuilder::setSize(std::optional<QSize> size)
{
    if (!m_container.size)
        m_container.size = size;
}

void ContainerBuilder::addProblem(const QString& problem)
{
    if (m_container.problems.size() < kMaxProblems && !m_container.problems.contains(problem))
        m_container.problems.append(problem);
}

void ContainerBuilder::addProvenance(const QStringList& provenance)
{
    for (const QString& statement : provenance) {
        if (!m_container.provenance.contains(statement))
            m_container.provenance.append(statement);
    }
}

void ContainerBuilder::addText(TextSource source, const QString& keyword, QString text)
{
    while (text.endsWith(QChar::Null))
        text.chop(1);
    const qint64 bytes = text.size() * qint64(sizeof(QChar)) / 2;
    if (m_textBytes + bytes > kMaxTextBytes || m_container.texts.size() >= kMaxTexts) {
        addProblem(u"%1 %2: more text than a file may have, skipped"_s.arg(sourceName(source), keyword));
        return;
    }
    m_textBytes += bytes;
    m_container.texts.append({source, keyword, std::move(text)});
}

void ContainerBuilder::addExif(QByteArrayView tiff)
{
    Result<QList<NamedText>> texts = exifTexts(tiff);
    if (!texts)
        return addProblem(texts.error().detail);
    for (const NamedText& text : *texts)
        addText(text.source, text.keyword, text.text);
}

void ContainerBuilder::addXmp(QByteArrayView packet)
{
    const XmpReading reading = readXmp(packet);
    for (const NamedText& text : reading.texts) {
        addText(text.source, text.keyword, text.text);
        addProvenance(provenanceOfXmp(text.keyword, text.text));
    }
    if (!reading.problem.isEmpty())
        addProblem(reading.problem);
}

void ContainerBuilder::addC2pa(QByteArrayView manifest)
{
    addProvenance(provenanceOfC2pa(manifest));
}

bool ContainerBuilder::accepts(const QString& chunk, qint64 length)
{
    if (length <= kMaxChunkBytes)
        return true;
    addProblem(
        u"%1: %2 bytes are over the limit of %3, skipped"_s.arg(chunk).arg(length).arg(kMaxChunkBytes));
    return false;
}

Container ContainerBuilder::take()
{
    return std::move(m_container);
}

} // namespace assay
