// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/relinkdialog.h"

#include "app/store/storewriter.h"
#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/problem.h"
#include "ui/common/tables.h"
#include "ui/common/textlabel.h"
#include "ui/setup/relinkmodel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace assay {

namespace {

constexpr QSize kFirstSize(760, 480);
constexpr int kWidestImage = 420;

} // namespace

RelinkDialog::RelinkDialog(const RelinkRequest& request, QWidget* parent)
    : QDialog(parent)
    , m_writer(request.writer)
    , m_clock(request.clock)
    , m_root(request.root)
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_bar(new QProgressBar(this))
    , m_banner(new Banner(this))
    , m_model(new RelinkModel(this))
    , m_reader(request.workspacePath)
{
    setObjectName(QStringLiteral("relinkDialog"));
    setWindowTitle(tr("Where is the folder now?"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_words->setObjectName(QStringLiteral("relinkWords"));
    m_words->setWordWrap(true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Looking for the images"));
    m_banner->setObjectName(QStringLiteral("relinkBanner"));
    auto* title =
        new TextLabel(tr("Where is %1 now?").arg(m_root.name), TextStyle::Section, Token::Text, this);
    title->setElideMode(Qt::ElideMiddle);
    auto* words = new TextLabel(tr("It was at %1. Its images are found by their content, also renamed ones; "
                                   "verdicts and history stay with them.")
                                    .arg(m_root.path),
                                TextStyle::Second, Token::Text2, this);
    words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(makePlaceRow());
    column->addWidget(m_banner);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    makeTable(column);
    resize(kFirstSize);
    setBusy(false);
}

RelinkDialog::~RelinkDialog()
{
    m_stop.request_stop();
}

void RelinkDialog::reject()
{
    if (!m_isStoring)
        QDialog::reject();
}

QWidget* RelinkDialog::makePlaceRow()
{
    auto* place = new QWidget(this);
    m_place = new QLineEdit(place);
    m_place->setObjectName(QStringLiteral("relinkPlace"));
    m_place->setAccessibleName(tr("The new place"));
    m_place->setPlaceholderText(tr("The new place"));
    auto* choose = makeButton(tr("Choose"), ButtonKind::Secondary, QStringLiteral("folder"), place);
    choose->setObjectName(QStringLiteral("relinkChoose"));
    choose->setAutoDefault(false);
    m_look = makeButton(tr("Look there"), ButtonKind::Secondary, QString(), place);
    m_look->setObjectName(QStringLiteral("relinkLook"));
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(choose);
    row->addWidget(m_look);
    connect(m_place, &QLineEdit::textChanged, this, &RelinkDialog::placeEdited);
    connect(choose, &QPushButton::clicked, this, &RelinkDialog::choose);
    connect(m_look, &QPushButton::clicked, this, &RelinkDialog::lookThere);
    return place;
}

void RelinkDialog::makeTable(QVBoxLayout* column)
{
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    setUpTable(m_table, QStringLiteral("relinkTable"), tr("Images that were not found"));
    fitColumns(m_table, {}, kWidestImage);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, QString(), this);
    cancel->setObjectName(QStringLiteral("relinkCancel"));
    cancel->setAutoDefault(false);
    m_relink = makeButton(tr("Use this place"), ButtonKind::Primary, QString(), this);
    m_relink->setObjectName(QStringLiteral("relinkUse"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_relink);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_relink, &QPushButton::clicked, this, &RelinkDialog::relink);
}

void RelinkDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose the new place"), m_place->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_place->setText(folder);
        lookThere();
    });
    dialog->open();
}

/// What was found is about another place.
void RelinkDialog::placeEdited()
{
    ++m_asked;
    m_stop.request_stop();
    m_looked.clear();
    m_plan = {};
    m_model->setPlan({});
    m_words->clear();
    m_banner->hide();
    setBusy(false);
}

void RelinkDialog::setBusy(bool isBusy)
{
    m_bar->setVisible(isBusy);
    m_look->setEnabled(!isBusy && !m_place->text().trimmed().isEmpty());
    m_relink->setEnabled(!isBusy && !m_looked.isEmpty());
    m_look->setDefault(m_look->isEnabled() && !m_relink->isEnabled());
    m_relink->setDefault(m_relink->isEnabled());
    m_table->setVisible(m_model->rowCount() > 0);
}

void RelinkDialog::lookThere()
{
    placeEdited();
    const int number = m_asked;
    const QString folder = m_place->text().trimmed();
    m_stop = {};
    m_words->setText(tr("Looking for its images in %1…").arg(folder));
    setBusy(true);
    m_reader.ask<Look>(
        [root = m_root.id, folder, token = m_stop.get_token()](const Database& database) -> Result<Look> {
            const auto images = ImageRows(database).ofRoot(root);
            if (!images)
                return images.error();
            const auto plan = planRelink(*images, folder, token);
            if (!plan)
                return plan.error();
            return Look{images->size(), *plan};
        },
        [this, number, folder](const Result<Look>& look) {
            if (number != m_asked)
                return;
            m_looked = look ? folder : QString();
            showLook(look);
        });
}

void RelinkDialog::showLook(const Result<Look>& look)
{
    if (look) {
        showFound(*look);
    } else {
        m_words->clear();
        const Problem problem = describe(look.error(), Attempt::ReadFolder);
        showProblem(problem.sentence, problem.whatToDo);
    }
    setBusy(false);
}

void RelinkDialog::showFound(const Look& look)
{
    m_plan = look.plan;
    m_model->setPlan(m_plan);
    if (look.images > 0 && m_plan.found.isEmpty()) {
        showProblem(tr("None of its %1 images is in %2.").arg(formatCount(look.images), m_looked),
                    tr("Nothing was changed. Choose another place."));
        m_looked.clear();
        m_words->clear();
        return;
    }
    QString words =
        tr("%1 of %2 images are there").arg(formatCount(m_plan.found.size()), formatCount(look.images));
    if (m_plan.moved > 0)
        words += tr(", %1 of them under another name").arg(formatCount(m_plan.moved));
    m_words->setText(words + u'.');
    if (m_model->rowCount() == 0)
        return;
    m_banner->showMessage(
        Banner::Kind::Warning,
        tr("%1 missing, %2 could be one of several files.")
            .arg(formatCount(m_plan.missing.size()), formatCount(m_plan.ambiguous.size())),
        tr("They stay in the workspace with their verdicts and are shown when their file is found again."));
}

void RelinkDialog::showProblem(const QString& sentence, const QString& whatToDo)
{
    m_banner->showMessage(Banner::Kind::Problem, sentence, whatToDo);
}

void RelinkDialog::relink()
{
    m_isStoring = true;
    m_place->setEnabled(false);
    setBusy(true);
    const auto storing = m_writer.run<void>(StoreWriter::Priority::Bulk,
                                            [root = m_root.id, folder = m_looked, plan = m_plan,
                                             now = m_clock()](const Database& database) -> Result<void> {
                                                return storeRelink(database, root, folder, plan, now);
                                            });
    whenFinished(storing, this, [this](const Result<void>& stored) { finish(stored); });
}

void RelinkDialog::finish(const Result<void>& stored)
{
    m_isStoring = false;
    m_place->setEnabled(true);
    setBusy(false);
    if (!stored) {
        const Problem problem = describe(stored.error(), Attempt::ReadFolder);
        showProblem(problem.sentence,
                    stored.error().detail.isEmpty() ? problem.whatToDo : stored.error().detail);
        return;
    }
    m_root.path = m_looked;
    emit relinked(m_root);
    close();
}

} // namespace assay
