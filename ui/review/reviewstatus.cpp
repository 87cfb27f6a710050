// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewstatus.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/marklabel.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

namespace assay {

namespace {

constexpr int kProgressWidth = 160;
constexpr int kCompactProgressWidth = 80;

class FolderIcon : public QWidget
{
public:
    explicit FolderIcon(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(16, 16);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), QStringLiteral("folder"), Token::Text2, 16);
    }
};

} // namespace

class FigureLabel : public QWidget
{
public:
    explicit FigureLabel(QWidget* parent)
        : QWidget(parent)
        , m_figure(new TextLabel(TextStyle::SecondSemibold, Token::Text, this))
        , m_unit(new TextLabel(TextStyle::Second, Token::Text2, this))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        row->addWidget(m_figure);
        row->addWidget(m_unit);
    }

    void setWords(const QString& figure, const QString& unit)
    {
        m_figure->setText(figure);
        m_unit->setText(unit);
        setAccessibleName(QString(figure % u' ' % unit));
    }

    void setFigure(const QString& figure) { setWords(figure, m_unit->text()); }
    void setUnit(const QString& unit) { setWords(m_figure->text(), unit); }

private:
    TextLabel* m_figure;
    TextLabel* m_unit;
};

ReviewStatus::ReviewStatus(QWidget* parent)
    : QWidget(parent)
    , m_saved(new MarkLabel(MarkLabel::Look::Plain, this))
    , m_done(new FigureLabel(this))
    , m_left(new FigureLabel(this))
    , m_progress(new QProgressBar(this))
    , m_perHour(new FigureLabel(this))
    , m_median(new FigureLabel(this))
    , m_folders(new QWidget(this))
    , m_foldersText(new TextLabel(TextStyle::Second, Token::Text2, m_folders))
{
    setObjectName(QStringLiteral("reviewStatus"));
    m_saved->setObjectName(QStringLiteral("savedState"));
    m_done->setObjectName(QStringLiteral("doneCount"));
    m_left->setObjectName(QStringLiteral("leftCount"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Share of images with a verdict"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_saved);
    QWidget* line = makeLine(Qt::Vertical, this);
    line->setFixedHeight(12);
    row->addWidget(line);
    for (QWidget* item :
         {static_cast<QWidget*>(m_done), static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_progress),
          static_cast<QWidget*>(m_perHour), static_cast<QWidget*>(m_median)})
        row->addWidget(item);

    auto* folders = new QHBoxLayout(m_folders);
    folders->setContentsMargins(0, 0, 0, 0);
    folders->setSpacing(8);
    folders->addWidget(new FolderIcon(m_folders));
    folders->addWidget(m_foldersText);
    setSaving(0, 0);
    setCounts({});
    setPace({});
    setDensity(Density::Regular);
}

void ReviewStatus::setSaving(int failed, int saving)
{
    if (failed > 0)
        m_saved->setState(Mark::Broken, tr("%1 not saved").arg(formatCount(failed)));
    else if (saving > 0)
        m_saved->setState(Mark::Undecided, tr("Saving"));
    else
        m_saved->setState(Mark::Resolved, tr("Saved"));
    // A colour of its own only when something needs a person.
    m_saved->setTextToken(failed > 0 ? markTextToken(Mark::Broken) : Token::Text);
    m_saved->setAccessibleName(m_saved->word());
}

void ReviewStatus::setCounts(const QueueCounts& counts)
{
    m_done->setWords(formatCount(counts.decided), tr("done"));
    m_left->setWords(formatCount(counts.toReview), tr("left"));
    // In thousandths: a million images do not fit into what a progress bar steps through well.
    m_progress->setRange(0, 1000);
    m_progress->setValue(counts.all > 0 ? int(counts.decided * 1000 / counts.all) : 0);
}

void ReviewStatus::setPace(const Pace& today)
{
    m_perHour->setWords(today.perHour ? formatNumber(*today.perHour, 0) : formatUnknown(), tr("per hour"));
    m_median->setFigure(today.medianPerImage ? formatDuration(*today.medianPerImage) : formatUnknown());
}

void ReviewStatus::setWatched(int folders, const QString& lastImageTime)
{
    m_folderCount = folders;
    m_lastImage = lastImageTime;
    showWatched();
}

void ReviewStatus::setDensity(Density density)
{
    m_density = density;
    const bool isCompact = density == Density::Compact;
    m_progress->setFixedWidth(isCompact ? kCompactProgressWidth : kProgressWidth);
    m_median->setUnit(isCompact ? tr("median") : tr("median per image, today"));
    showWatched();
}

void ReviewStatus::showWatched()
{
    const bool isCompact = m_density == Density::Compact;
    const QString count = formatCount(m_folderCount);
    QString text = m_folderCount == 1 ? tr("1 folder") : tr("%1 folders").arg(count);
    if (!isCompact)
        text = m_folderCount == 1 ? tr("1 folder watched") : tr("%1 folders watched").arg(count);
    if (!isCompact && !m_lastImage.isEmpty())
        text = tr("%1 · last image %2").arg(text, m_lastImage);
    if (m_folders)
        m_foldersText->setText(text);
}

} // namespace assay
