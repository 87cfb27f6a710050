// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/metadatarereader.h"

#include "app/base/whenfinished.h"
#include "app/store/storewriter.h"

namespace assay {

namespace {

constexpr qsizetype kAtOnce = 20;

} // namespace

MetadataRereader::MetadataRereader(StoreWriter& writer, Clock clock, QObject* parent)
    : QObject(parent)
    , m_writer(writer)
    , m_clock(std::move(clock))
{
}

void MetadataRereader::read(const QList<GenerationId>& ids)
{
    m_left.append(ids);
    if (m_isReading || m_left.isEmpty())
        return;
    m_isReading = true;
    readSome();
}

void MetadataRereader::cancel()
{
    m_left.clear();
}

void MetadataRereader::readSome()
{
    const QList<GenerationId> ids = m_left.mid(0, kAtOnce);
    m_left.remove(0, ids.size());
    m_done += ids.size();
    const auto reading = m_writer.run<RereadReport>(
        StoreWriter::Priority::Bulk, [ids, now = m_clock(), writer = &m_writer](const Database& database) {
            auto report = rereadMetadata(database, ids, now);
            if (report && !report->changed.isEmpty())
                writer->announceGenerationsChanged(report->changed);
            return report;
        });
    whenFinished(reading, this, [this](const Result<RereadReport>& report) { take(report); });
}

void MetadataRereader::take(const Result<RereadReport>& report)
{
    if (!report) {
        m_left.clear();
        end();
        emit failed(report.error());
        return;
    }
    m_report.read += report->read;
    m_report.changed += report->changed;
    m_report.withoutImage += report->withoutImage;
    m_report.problems += report->problems;
    emit progressed(m_done, m_done + m_left.size());
    if (!m_left.isEmpty()) {
        readSome();
        return;
    }
    const RereadReport whole = m_report;
    end();
    emit finished(whole);
}

void MetadataRereader::end()
{
    m_isReading = false;
    m_done = 0;
    m_report = {};
}

} // namespace assay
