// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/welcomepage.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/localpaths.h"
#include "ui/common/surface.h"
#include "ui/common/textlabel.h"
#include "ui/setup/droparea.h"
#include "ui/setup/picturemosaic.h"
#include "ui/setup/stepnumber.h"
#include "ui/setup/zonedialog.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

namespace assay {

namespace {

constexpr int kContentWidth = 960;
constexpr int kLeadWidth = 760;
constexpr int kCardGap = 16;
constexpr int kCardPadding = 20;
constexpr int kHeadHeight = 202; ///< what is above a card's text

TextLabel* paragraph(const QString& text, TextStyle style, QWidget* parent)
{
    auto* label = new TextLabel(text, style, Token::Text2, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

/// The title with its button, and the words, below a card's picture.
struct CardText
{
    QString title;
    TextLabel* words;
    QPushButton* button;
};

void addCardText(Panel* card, const CardText& text, int edge)
{
    auto* column = qobject_cast<QVBoxLayout*>(card->layout());
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(text.title, TextStyle::Title, Token::Text, card), 1);
    head->addWidget(text.button);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(kCardPadding + edge, 16, kCardPadding + edge, kCardPadding + edge);
    below->setSpacing(4);
    below->addLayout(head);
    below->addWidget(text.words);
    column->addLayout(below);
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_zone(QTimeZone::systemTimeZone())
    , m_banner(new Banner(this))
{
    setAcceptDrops(true);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("welcomeScroll"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeContent());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(scroll, 1);
    setZone(m_zone);
    showCurrentCard(m_openSample);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { showCurrentCard(now); });
}

WelcomePage::~WelcomePage()
{
    // The focus moves once more while the children go, and there is no page left to hear of it.
    disconnect(qApp, nullptr, this, nullptr);
}

QWidget* WelcomePage::makeContent()
{
    auto* content = new QWidget;
    auto* block = new QWidget(content);
    block->setMaximumWidth(kContentWidth);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new TextLabel(tr("Judge AI images by what the prompt asked for"), TextStyle::Welcome,
                                    Token::Text, block));
    column->addSpacing(8);
    TextLabel* lead =
        paragraph(tr("Each image comes with its prompt and a checklist of what can be counted. You tick what "
                     "was honoured and accept, revise or reject. The weeks then show what moved, since when "
                     "and where."),
                  TextStyle::Lead, block);
    lead->setMaximumWidth(kLeadWidth);
    column->addWidget(lead);
    column->addSpacing(32);
    column->addWidget(makeCards());
    column->addSpacing(32);
    column->addWidget(makeSteps());
    column->addSpacing(28);
    column->addWidget(makeFooter());

    auto* centre = new QHBoxLayout;
    centre->setContentsMargins(24, 0, 24, 0);
    centre->addStretch(1);
    centre->addWidget(block, 1000);
    centre->addStretch(1);
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(0, 16, 0, 16);
    page->addStretch();
    page->addLayout(centre);
    page->addStretch();
    return content;
}

QWidget* WelcomePage::makeCards()
{
    auto* cards = new QWidget;
    auto* row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kCardGap);
    m_sampleCard = makeSampleCard();
    m_folderCard = makeFolderCard();
    row->addWidget(m_sampleCard, 1);
    row->addWidget(m_folderCard, 1);
    return cards;
}

Panel* WelcomePage::makeSampleCard()
{
    auto* card = new Panel;
    card->setEdge(Token::LineStrong);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    card->setHead(kHeadHeight, Token::Field);
    m_mosaic = new PictureMosaic(card);
    auto* frame = new QVBoxLayout;
    frame->setContentsMargins(2, 2, 2, 0);
    frame->addWidget(m_mosaic);
    column->addLayout(frame);
    m_sampleWords = paragraph(
        tr("300 pictures of two made-up clients with 16 weeks of history. Everything works; nothing "
           "of yours is touched."),
        TextStyle::Body, card);
    m_openSample = makeButton(tr("Open the sample"), ButtonKind::Primary, QString(), card);
    m_openSample->setObjectName(QStringLiteral("openSample"));
    addCardText(card, {tr("Open the sample"), m_sampleWords, m_openSample}, 2);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(QStringLiteral("sampleProgress"));
    m_progress->setAccessibleName(tr("Progress of making the sample"));
    m_progress->setTextVisible(false);
    m_progress->hide();
    connect(m_openSample, &QPushButton::clicked, this, &WelcomePage::openSampleRequested);
    return card;
}

Panel* WelcomePage::makeFolderCard()
{
    auto* card = new Panel;
    card->setEdge(Token::LineStrong);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    card->setHead(kHeadHeight - 1, Token::Field);
    m_dropArea = new DropArea(card);
    column->addWidget(m_dropArea);
    TextLabel* words =
        paragraph(tr("Images, sub-folders and what arrives later are taken in. Your files are never changed, "
                     "moved or deleted."),
                  TextStyle::Body, card);
    QPushButton* choose =
        makeButton(tr("Choose a folder"), ButtonKind::Secondary, QStringLiteral("folder"), card);
    choose->setObjectName(QStringLiteral("chooseFolder"));
    addCardText(card, {tr("Add a folder"), words, choose}, 0);
    connect(choose, &QPushButton::clicked, this, &WelcomePage::addFolderRequested);
    return card;
}

QWidget* WelcomePage::makeSteps()
{
    const std::pair<QString, QString> steps[] = {
        {tr("Take in"),
         tr("Prompt, model and settings are read from the files or from a log. Nothing is guessed.")},
        {tr("Review"), tr("One key per decision. Every key is on its button.")},
        {tr("Look at the week"), tr("Trends against a baseline, and a report for the client.")}};
    auto* row = new QWidget;
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    int number = 0;
    for (const auto& [title, words] : steps) {
        auto* step = new QHBoxLayout;
        step->setSpacing(12);
        step->addWidget(new StepNumber(++number, row), 0, Qt::AlignTop);
        auto* text = new QVBoxLayout;
        text->setSpacing(0);
        text->addWidget(new TextLabel(title, TextStyle::BodySemibold, Token::Text, row));
        text->addWidget(paragraph(words, TextStyle::Body, row));
        text->addStretch();
        step->addLayout(text, 1);
        columns->addLayout(step, 1);
    }
    return row;
}

QWidget* WelcomePage::makeFooter()
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    QPushButton* open = makeButton(tr("Open a workspace"), ButtonKind::Link, QStringLiteral("folder"), row);
    QPushButton* log = makeButton(tr("Import a log"), ButtonKind::Link, QStringLiteral("import"), row);
    QPushButton* change = makeButton(tr("Change"), ButtonKind::Link, QString(), row);
    open->setObjectName(QStringLiteral("openWorkspace"));
    log->setObjectName(QStringLiteral("importLog"));
    change->setObjectName(QStringLiteral("changeZone"));
    change->setAccessibleName(tr("Change the time zone of the weeks"));
    m_zoneWords = new TextLabel(TextStyle::Second, Token::Text2, row);
    m_zoneWords->setObjectName(QStringLiteral("zoneWords"));
    line->addWidget(open);
    line->addWidget(log);
    line->addStretch();
    line->addWidget(m_zoneWords);
    line->addWidget(change);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWorkspaceRequested);
    connect(log, &QPushButton::clicked, this, &WelcomePage::importLogRequested);
    connect(change, &QPushButton::clicked, this, &WelcomePage::askZone);
    return row;
}

void WelcomePage::setPictures(const QList<QImage>& pictures)
{
    m_mosaic->setPictures(pictures);
}

void WelcomePage::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    m_zoneWords->setText(tr("Everything stays on this computer. Time zone of the weeks: %1")
                             .arg(QString::fromLatin1(zone.id())));
}

void WelcomePage::showSampleProgress(int done, int total)
{
    const bool isBusy = done < total;
    m_openSample->setEnabled(!isBusy);
    m_openSample->setText(isBusy ? tr("%1 of %2").arg(formatCount(done), formatCount(total))
                                 : tr("Open the sample"));
    m_progress->setVisible(isBusy);
    m_progress->setMaximum(total);
    m_progress->setValue(done);
    m_progress->setGeometry(2, m_mosaic->geometry().bottom() + 1, m_sampleCard->width() - 4, 4);
    m_progress->raise();
}

void WelcomePage::askZone()
{
    if (!m_zoneDialog) {
        m_zoneDialog = new ZoneDialog(m_zone, this);
        connect(m_zoneDialog, &ZoneDialog::zoneChosen, this, [this](const QTimeZone& zone) {
            setZone(zone);
            emit zoneChosen(zone);
        });
    }
    m_zoneDialog->show();
    m_zoneDialog->raise();
    m_zoneDialog->activateWindow();
}

void WelcomePage::showCurrentCard(const QWidget* focus)
{
    if (!focus)
        return; // another window: what was current stays so
    m_sampleCard->setCurrent(m_sampleCard->isAncestorOf(focus));
    m_folderCard->setCurrent(m_folderCard->isAncestorOf(focus));
}

void WelcomePage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_openSample->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (localPaths(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dropArea->setAboutToDrop(true);
}

void WelcomePage::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropArea->setAboutToDrop(false);
}

void WelcomePage::dropEvent(QDropEvent* event)
{
    m_dropArea->setAboutToDrop(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit pathsDropped(localPaths(*event->mimeData()));
}

} // namespace assay
