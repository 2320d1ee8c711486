<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
<context>
    <name>AccuracyChart</name>
    <message>
        <source> (open)</source>
        <translation> (열려 있음)</translation>
    </message>
    <message>
        <source>, logarithmic</source>
        <translation>, 로그 축</translation>
    </message>
    <message>
        <source>; {0} further sources</source>
        <translation>; 다른 출처 {0}개</translation>
    </message>
    <message>
        <source>A click opens it; Undo brings the present recipe back.</source>
        <translation>누르면 엽니다. 실행 취소로 지금 레시피가 돌아옵니다.</translation>
    </message>
    <message>
        <source>Accuracy? top-1 % · {0}</source>
        <translation>정확도는? top-1 % · {0}</translation>
    </message>
    <message>
        <source>Costs are our counts of the same network: {0} ({1}).</source>
        <translation>비용은 같은 네트워크를 이 프로그램이 센 값입니다: {0}({1}).</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Lines join what papers and official repositories print; small points are other sources and dearer equals.</source>
        <translation>선은 논문과 공식 저장소의 값을 잇습니다. 작은 점은 다른 출처나 더 비싼 것입니다.</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Over MACs</source>
        <translation>MACs에 대하여</translation>
    </message>
    <message>
        <source>Over parameters</source>
        <translation>파라미터에 대하여</translation>
    </message>
    <message>
        <source>Published accuracies of the sources&apos; own weights, one centre crop, float; ImageNet-1k validation.</source>
        <translation>출처 자체 가중치로 발표된 정확도. 중앙 크롭 하나, 부동소수점, ImageNet-1k 검증 집합.</translation>
    </message>
    <message>
        <source>Rings with a pin&apos;s name: published of exactly that network, or the user&apos;s own; triangles: no accuracy.</source>
        <translation>핀의 이름이 붙은 고리: 바로 그 네트워크로 발표된 값 또는 사용자의 값. 세모: 정확도 없음.</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>엔진을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>This recipe: {0}</source>
        <translation>이 레시피: {0}</translation>
    </message>
    <message>
        <source>What accuracy did papers get? top-1 % · {0}</source>
        <translation>논문의 정확도는? top-1 % · {0}</translation>
    </message>
    <message>
        <source>Which families are shown</source>
        <translation>표시할 계열</translation>
    </message>
    <message>
        <source>families ▾</source>
        <translation>계열 ▾</translation>
    </message>
    <message>
        <source>no accuracy</source>
        <translation>정확도 없음</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>pin {0}: {1}</source>
        <translation>핀 {0}: {1}</translation>
    </message>
    <message>
        <source>published, original weights</source>
        <translation>발표된 값, 원래 가중치</translation>
    </message>
    <message>
        <source>this recipe {0} %</source>
        <translation>이 레시피 {0} %</translation>
    </message>
    <message>
        <source>this recipe: accuracy not measured</source>
        <translation>이 레시피: 정확도를 측정하지 않음</translation>
    </message>
    <message>
        <source>this recipe: own {0} % on {1}</source>
        <translation>이 레시피: 사용자 측정 {0} %({1})</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>top-1, %</translation>
    </message>
    <message>
        <source>{0}
top-1 {1} %, published, original weights
{2}, {3}{4}
{5} MACs · {6} parameters</source>
        <translation>{0}
top-1 {1} %, 발표된 값, 원래 가중치
{2}, {3}{4}
MACs {5} · 파라미터 {6}</translation>
    </message>
    <message>
        <source>{0}
{1}
{2} MACs · {3} parameters</source>
        <translation>{0}
{1}
MACs {2} · 파라미터 {3}</translation>
    </message>
    <message>
        <source>{0} (own)</source>
        <translation>{0} (사용자)</translation>
    </message>
    <message>
        <source>{0} published accuracies; the highest of each family: {1}</source>
        <translation>발표된 정확도 {0}개. 계열마다 가장 높은 것: {1}</translation>
    </message>
    <message>
        <source>{0} top-1, published, original weights
{1}</source>
        <translation>top-1 {0}, 발표된 값, 원래 가중치
{1}</translation>
    </message>
</context>
<context>
    <name>AccuracyDialog</name>
    <message>
        <source>3 seeds, 120 epochs</source>
        <translation>시드 3개, 120 에폭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 집합</translation>
    </message>
    <message>
        <source>How measured</source>
        <translation>측정 방법</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Nothing is stated yet.</source>
        <translation>아직 적은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Own accuracy</source>
        <translation>사용자 정확도</translation>
    </message>
    <message>
        <source>Published: {0} ({1}); your own stands in its place.</source>
        <translation>발표된 값: {0}({1}). 사용자의 값이 그 자리에 섭니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Top-1, %</source>
        <translation>Top-1, %</translation>
    </message>
    <message>
        <source>Top-5, %</source>
        <translation>Top-5, %</translation>
    </message>
    <message>
        <source>What you measured with this very recipe. It is shown as own, and for no other recipe.</source>
        <translation>바로 이 레시피로 직접 측정한 값. ‘사용자’ 값으로 표시하며 다른 레시피에는 쓰지 않습니다.</translation>
    </message>
</context>
<context>
    <name>AgainstChart</name>
    <message>
        <source>, {0} in common</source>
        <translation>, 공통 {0}</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Different within {0}: {1}</source>
        <translation>{0} 안에서 다름: {1}</translation>
    </message>
    <message>
        <source>Left out, measured under one of the two only: {0} and {1}</source>
        <translation>한쪽에서만 측정해 제외: {0}, {1}</translation>
    </message>
    <message>
        <source>No recipe was measured in two of the {0} ways there are. Open one that was measured and press Alt+F9.</source>
        <translation>있는 {0}가지 방식 가운데 두 가지로 측정한 레시피가 없습니다. 측정한 것을 열고 Alt+F9를 누르십시오.</translation>
    </message>
    <message>
        <source>Nothing was measured in two ways yet. Press Measure runtimes side by side (Alt+F9); times of another machine come by File › Join times from elsewhere…</source>
        <translation>아직 두 가지 방식으로 측정한 것이 없습니다. ‘런타임 나란히 측정’(Alt+F9)을 누르십시오. 다른 기기의 시간은 ‘파일 › 다른 기기의 시간 합치기…’로 가져옵니다.</translation>
    </message>
    <message>
        <source>One way of running against another</source>
        <translation>한 실행 방식과 다른 방식</translation>
    </message>
    <message>
        <source>Spearman ρ {0}: how alike the two order the recipes</source>
        <translation>Spearman ρ {0}: 두 방식이 레시피를 얼마나 같은 순서로 놓는지</translation>
    </message>
    <message>
        <source>What stands along</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>What stands up</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>median ratio {0}{1}, n {2}</source>
        <translation>비율의 중앙값 {0}{1}, n {2}</translation>
    </message>
    <message>
        <source>{0}
{1}: {2} ms, {3}: {4} ms, ratio {5}</source>
        <translation>{0}
{1}: {2} ms, {3}: {4} ms, 비율 {5}</translation>
    </message>
    <message>
        <source>{0} against {1}: the same recipes, median ms</source>
        <translation>{0} 대 {1}: 같은 레시피, 중앙값 ms</translation>
    </message>
    <message>
        <source>{0}, median ms</source>
        <translation>{0}, 중앙값 ms</translation>
    </message>
    <message>
        <source>{0}: {1} ÷ {2}; interval between order statistics</source>
        <translation>{0}: {1} ÷ {2}. 순서 통계량 사이의 구간</translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>Knob</source>
        <translation>노브</translation>
    </message>
    <message>
        <source>Take this axis away</source>
        <translation>이 축 빼기</translation>
    </message>
    <message>
        <source>The paper&apos;s values one by one, or the whole range</source>
        <translation>논문의 값 하나씩, 또는 전체 범위</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Whole range: {0}</source>
        <translation>전체 범위: {0}</translation>
    </message>
</context>
<context>
    <name>BottomPanel</name>
    <message>
        <source>Charts and tables</source>
        <translation>차트와 표</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Cost per layer</source>
        <translation>층별 비용</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>MACs and time</source>
        <translation>MACs와 시간</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>짝</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Published accuracy</source>
        <translation>발표된 정확도</translation>
    </message>
    <message>
        <source>Roofline</source>
        <translation>루프라인</translation>
    </message>
    <message>
        <source>Shares by kind of operation</source>
        <translation>연산 종류별 비중</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
</context>
<context>
    <name>BudgetLine</name>
    <message>
        <source> Elements held at once.</source>
        <translation> 동시에 보관되는 원소 수입니다.</translation>
    </message>
    <message>
        <source>At most: {0}</source>
        <translation>최대: {0}</translation>
    </message>
    <message>
        <source>Best first by</source>
        <translation>먼저 보일 기준</translation>
    </message>
    <message>
        <source>The most {0} that fits: {1}. Empty for no limit.</source>
        <translation>예산에 드는 {0}의 최댓값: {1}. 비우면 제한이 없습니다.</translation>
    </message>
    <message>
        <source>What fits is listed first, the best of this figure on top.</source>
        <translation>예산에 드는 것을 먼저, 이 값이 가장 좋은 것을 맨 위에 둡니다.</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최선</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Bundle for another machine</source>
        <translation>다른 기기용 번들</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Networks chosen: {0}. Each becomes a verified ONNX file with its input and PyTorch&apos;s answer; the script beside them needs numpy and onnxruntime only.</source>
        <translation>고른 네트워크: {0}. 각각 검증한 ONNX 파일이 되며, 입력과 PyTorch의 출력이 함께 들어갑니다. 옆의 스크립트에는 numpy와 onnxruntime만 필요합니다.</translation>
    </message>
    <message>
        <source>Networks of the bundle</source>
        <translation>번들의 네트워크</translation>
    </message>
    <message>
        <source>Networks written to {1}: {0}. Copy the folder to the other machine, run python measure.py there, and read its results-….json back by File › Join times from elsewhere…</source>
        <translation>{1}에 쓴 네트워크: {0}. 폴더를 다른 기기에 복사해 python measure.py를 실행하고, 거기서 나온 results-….json을 ‘파일 › 다른 기기의 시간 합치기…’로 읽으십시오.</translation>
    </message>
    <message>
        <source>No network is ticked.</source>
        <translation>선택한 네트워크가 없습니다.</translation>
    </message>
    <message>
        <source>Starting the export process…</source>
        <translation>내보내기 프로세스를 시작하는 중…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
</context>
<context>
    <name>CentrePanel</name>
    <message>
        <source>Access</source>
        <translation>접근</translation>
    </message>
    <message>
        <source>Colours the boxes by {0}: {1}</source>
        <translation>상자를 {0} 기준으로 색칠합니다: {1}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Network graph</source>
        <translation>네트워크 그래프</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>kinds of layer</source>
        <translation>층의 종류</translation>
    </message>
    <message>
        <source>layers 0–{0}</source>
        <translation>층 0–{0}</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Show all again (A, or a double click)</source>
        <translation>전체 다시 보기(A 또는 두 번 누르기)</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>전체 보기</translation>
    </message>
</context>
<context>
    <name>ChartDialog</name>
    <message>
        <source>CSV holds the data alone.</source>
        <translation>CSV에는 데이터만 들어갑니다.</translation>
    </message>
    <message>
        <source>For papers and for editing: text stays text.</source>
        <translation>논문과 편집용: 글자가 글자로 남습니다.</translation>
    </message>
    <message>
        <source>For slides and the web: pixels at the chosen resolution.</source>
        <translation>슬라이드와 웹용: 고른 해상도의 픽셀.</translation>
    </message>
    <message>
        <source>SVG and CSV have no pixels.</source>
        <translation>SVG와 CSV에는 픽셀이 없습니다.</translation>
    </message>
    <message>
        <source>The chart&apos;s data, with what they hold under in lines that begin with #.</source>
        <translation>차트의 데이터. 조건은 #로 시작하는 줄에 있습니다.</translation>
    </message>
    <message>
        <source>the chart&apos;s data as text</source>
        <translation>차트의 데이터(글)</translation>
    </message>
</context>
<context>
    <name>ChartFiles</name>
    <message>
        <source>Saved as {0}.</source>
        <translation>저장했습니다: {0}.</translation>
    </message>
    <message>
        <source>The chart is on the clipboard, as PNG at {0} dpi, as SVG, and its data as text.</source>
        <translation>차트를 클립보드에 복사했습니다. {0} dpi PNG, SVG, 데이터(글).</translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>Copy picture and data</source>
        <translation>그림과 데이터 복사</translation>
    </message>
    <message>
        <source>Data as a table</source>
        <translation>데이터를 표로 보기</translation>
    </message>
    <message>
        <source>Data of: {0}</source>
        <translation>데이터: {0}</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>큰 글자</translation>
    </message>
    <message>
        <source>Save, copy, table and settings of this chart (M)</source>
        <translation>이 차트의 저장, 복사, 표, 설정(M)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Words of this chart readable on a projector.</source>
        <translation>프로젝터에서 읽을 수 있도록 이 차트의 글자를 키웁니다.</translation>
    </message>
</context>
<context>
    <name>ChartPair</name>
    <message>
        <source>Which chart</source>
        <translation>차트 고르기</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>mixed</source>
        <translation>섞임</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing is selected</source>
        <translation>선택한 것이 없습니다</translation>
    </message>
    <message>
        <source>{0} selected, the last one:</source>
        <translation>{0}개 선택, 마지막 것:</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Back to where the name was followed from (Alt+Left)</source>
        <translation>이름을 따라오기 전으로 돌아가기(Alt+Left)</translation>
    </message>
    <message>
        <source>Copies the page, or what is marked</source>
        <translation>페이지 또는 표시한 부분을 복사합니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Opens the file in an editor</source>
        <translation>파일을 편집기로 엽니다</translation>
    </message>
    <message>
        <source>Source of the selection</source>
        <translation>선택한 것의 소스</translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>{0} governs no line here; it is read in {1}, line {2}</source>
        <translation>{0}: 여기서 정하는 줄이 없음. 읽는 곳은 {1} {2}행</translation>
    </message>
    <message>
        <source>{0} is read by no line of the network&apos;s own code</source>
        <translation>{0}: 네트워크 자체 코드에 읽는 줄이 없음</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Colour: {0} ▾</source>
        <translation>색: {0} ▾</translation>
    </message>
    <message>
        <source>What the colours of the boxes mean.</source>
        <translation>상자의 색이 뜻하는 것.</translation>
    </message>
</context>
<context>
    <name>CompareFiles</name>
    <message>
        <source>Copy ({0})</source>
        <translation>복사({0})</translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation>{0} 형식으로 복사</translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation>레시피 파일을 핀으로…</translation>
    </message>
    <message>
        <source>Save as CSV, Markdown, LaTeX…</source>
        <translation>CSV, Markdown, LaTeX로 저장…</translation>
    </message>
    <message>
        <source>Save the pins…</source>
        <translation>핀 저장…</translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation>전체 {0}</translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation>표시 {0}</translation>
    </message>
</context>
<context>
    <name>CompareSteps</name>
    <message>
        <source>Compare the others with this one</source>
        <translation>나머지를 이것과 비교</translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation>복사, 저장</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Measure in turn with the baseline</source>
        <translation>기준과 번갈아 측정</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation>창에 열기</translation>
    </message>
    <message>
        <source>Own accuracy…</source>
        <translation>사용자 정확도…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>핀 빼기</translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>latency: {0}</source>
        <translation>지연 시간: {0}</translation>
    </message>
    <message>
        <source>measuring {0}, {1} left</source>
        <translation>측정하는 중: {0}, {1}개 남음</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>{0} to measure, once all is quiet</source>
        <translation>조용해지면 {0}개를 측정합니다</translation>
    </message>
    <message>
        <source>{0} · bytes: {1}</source>
        <translation>{0} · 바이트: {1}</translation>
    </message>
</context>
<context>
    <name>CompareTools</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation>복사, 저장</translation>
    </message>
    <message>
        <source>Measure pins ▶</source>
        <translation>핀 측정 ▶</translation>
    </message>
    <message>
        <source>Measures the pins that have no latency under the present conditions, one after another</source>
        <translation>지금 조건에서 지연 시간이 없는 핀을 차례로 측정합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The table as CSV, Markdown or LaTeX, with rule, conditions and sources; the pins as a file</source>
        <translation>규칙, 조건, 출처를 붙인 표(CSV, Markdown, LaTeX), 또는 핀 파일</translation>
    </message>
    <message>
        <source>Which columns are shown; also by a right click on the titles</source>
        <translation>보일 열. 제목을 오른쪽 버튼으로 눌러도 됩니다</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>ConditionsForm</name>
    <message>
        <source>BN folded</source>
        <translation>BN 접기</translation>
    </message>
    <message>
        <source>BatchNorm folded into the convolution before it, as runtimes for inference do.</source>
        <translation>추론 런타임처럼 BatchNorm을 앞의 합성곱에 접어 넣습니다.</translation>
    </message>
    <message>
        <source>Images at once.</source>
        <translation>한 번에 처리하는 영상 수.</translation>
    </message>
    <message>
        <source>Number type of weights and activations.</source>
        <translation>가중치와 활성값의 수 자료형.</translation>
    </message>
    <message>
        <source>Tensors laid out N×H×W×C in memory instead of N×C×H×W.</source>
        <translation>메모리에서 텐서를 N×C×H×W 대신 N×H×W×C로 배치합니다.</translation>
    </message>
    <message>
        <source>Threads of one operation (torch.set_num_threads).</source>
        <translation>연산 하나의 스레드 수(torch.set_num_threads).</translation>
    </message>
    <message>
        <source>What runs the network; its answer is checked first.</source>
        <translation>네트워크를 실행하는 것. 출력을 먼저 확인합니다.</translation>
    </message>
    <message>
        <source>Where it runs.</source>
        <translation>실행하는 장치.</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>channels-last</source>
        <translation>channels-last</translation>
    </message>
    <message>
        <source>device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수 자료형</translation>
    </message>
    <message>
        <source>runtime</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>스레드</translation>
    </message>
</context>
<context>
    <name>CorrelationChart</name>
    <message>
        <source>Conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Different among them: {0}</source>
        <translation>서로 다른 것: {0}</translation>
    </message>
    <message>
        <source>Do MACs predict time here? all that was measured, median ms · MACs</source>
        <translation>MACs로 시간을 예측할 수 있는가? 측정한 모두, 중앙값 ms · MACs</translation>
    </message>
    <message>
        <source>Interval: percentile bootstrap over recipes, 95 %.</source>
        <translation>구간: 레시피에 대한 백분위 부트스트랩, 95 %.</translation>
    </message>
    <message>
        <source>Leave doubtful ones out</source>
        <translation>의심스러운 것 제외</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>제외: {0}</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>MACs and time: all measured</source>
        <translation>MACs와 시간: 측정한 모두</translation>
    </message>
    <message>
        <source>Measured on: {0}</source>
        <translation>측정한 기기: {0}</translation>
    </message>
    <message>
        <source>Measurements with a reason to distrust them, such as another process at work.</source>
        <translation>다른 프로세스가 일하고 있었던 것처럼 믿기 어려운 까닭이 있는 측정.</translation>
    </message>
    <message>
        <source>Nothing was measured on this machine yet. Press Measure (F9); a sweep measures many at once (Ctrl+G).</source>
        <translation>이 기기에서 아직 측정한 것이 없습니다. 측정(F9)을 누르십시오. 스윕(Ctrl+G)은 여럿을 한 번에 측정합니다.</translation>
    </message>
    <message>
        <source>Nothing was measured under the present conditions. Press Measure (F9), or choose others above (▾).</source>
        <translation>지금 조건에서 측정한 것이 없습니다. 측정(F9)을 누르거나 위(▾)에서 다른 조건을 고르십시오.</translation>
    </message>
    <message>
        <source>Rings: doubtful</source>
        <translation>고리: 의심스러움</translation>
    </message>
    <message>
        <source>Spearman ρ {0}{1}, n {2}</source>
        <translation>Spearman ρ {0}{1}, n {2}</translation>
    </message>
    <message>
        <source>The MACs of {0} measured recipes are being counted.</source>
        <translation>측정한 레시피 {0}개의 MACs를 세는 중입니다.</translation>
    </message>
    <message>
        <source>Under which conditions</source>
        <translation>조건 고르기</translation>
    </message>
    <message>
        <source>conditions ▾</source>
        <translation>조건 ▾</translation>
    </message>
    <message>
        <source>doubtful: {0}</source>
        <translation>의심 사유: {0}</translation>
    </message>
    <message>
        <source>median ms</source>
        <translation>중앙값 ms</translation>
    </message>
    <message>
        <source>n {0}: for Spearman&apos;s ρ {1} recipes are needed</source>
        <translation>n {0}: Spearman ρ에는 레시피 {1}개가 필요함</translation>
    </message>
    <message>
        <source>n {0}: one of the two does not vary</source>
        <translation>n {0}: 둘 중 하나가 변하지 않음</translation>
    </message>
    <message>
        <source>the present conditions</source>
        <translation>지금 조건</translation>
    </message>
    <message>
        <source>{0}
{1} MACs, median {2} ms, p10 {3}, p90 {4}, n {5}, measured {6}</source>
        <translation>{0}
MACs {1}, 중앙값 {2} ms, p10 {3}, p90 {4}, n {5}, 측정 {6}</translation>
    </message>
    <message>
        <source>{0} doubtful</source>
        <translation>의심스러운 것 {0}</translation>
    </message>
    <message>
        <source>{0} left out</source>
        <translation>제외 {0}</translation>
    </message>
    <message>
        <source>{0} older measurements of the same recipes</source>
        <translation>같은 레시피의 이전 측정 {0}</translation>
    </message>
    <message>
        <source>{0} still being counted</source>
        <translation>세는 중 {0}</translation>
    </message>
    <message>
        <source>{0} whose MACs cannot be counted</source>
        <translation>MACs를 셀 수 없음 {0}</translation>
    </message>
</context>
<context>
    <name>CostChart</name>
    <message>
        <source>Cost per layer {0}</source>
        <translation>층별 비용 {0}</translation>
    </message>
    <message>
        <source>Counting rule: {0} ({1})</source>
        <translation>계수 규칙: {0}({1})</translation>
    </message>
    <message>
        <source>Cumulative line</source>
        <translation>누적선</translation>
    </message>
    <message>
        <source>Doubtful: {0}</source>
        <translation>의심 사유: {0}</translation>
    </message>
    <message>
        <source>In call order</source>
        <translation>호출 순서</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>큰 순서</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>No layer of this network costs {0}.</source>
        <translation>이 네트워크에는 {0} 비용이 드는 층이 없습니다.</translation>
    </message>
    <message>
        <source>Quantity of the cost chart: {0}</source>
        <translation>비용 차트의 양: {0}</translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation>레시피 {0}</translation>
    </message>
    <message>
        <source>Shown: bars {0} to {1} of {2}</source>
        <translation>표시: 막대 {0}~{1}, 전체 {2}</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>엔진을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>The layers of this recipe are not measured: Measure layers (Ctrl+F9).</source>
        <translation>이 레시피의 층별 시간을 측정하지 않았습니다: 층별 측정(Ctrl+F9).</translation>
    </message>
    <message>
        <source>Times: {0}</source>
        <translation>시간: {0}</translation>
    </message>
    <message>
        <source>What the bars are heights of</source>
        <translation>막대의 높이가 나타내는 양</translation>
    </message>
    <message>
        <source>Where is the cost? {0} per layer</source>
        <translation>비용은 어디에? 층별 {0}</translation>
    </message>
    <message>
        <source>activation memory</source>
        <translation>활성값 메모리</translation>
    </message>
    <message>
        <source>cumulative</source>
        <translation>누적</translation>
    </message>
    <message>
        <source>layers in call order, by stage</source>
        <translation>호출 순서의 층, 스테이지별</translation>
    </message>
    <message>
        <source>layers, the largest first</source>
        <translation>층, 큰 순서</translation>
    </message>
    <message>
        <source>measured time</source>
        <translation>측정한 시간</translation>
    </message>
    <message>
        <source>memory access</source>
        <translation>메모리 접근량</translation>
    </message>
    <message>
        <source>other {0} %</source>
        <translation>기타 {0} %</translation>
    </message>
    <message>
        <source>outline: {0}</source>
        <translation>윤곽: {0}</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>{0} % up to here</source>
        <translation>여기까지 {0} %</translation>
    </message>
    <message>
        <source>{0} layers, {1} {2}; {3}; the most in {4}: {5}</source>
        <translation>층 {0}개, {2} {1}. {3}. 가장 큰 층 {4}: {5}</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>Go to {0}</source>
        <translation>이동: {0}</translation>
    </message>
</context>
<context>
    <name>CurvesChart</name>
    <message>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>No row has both figures yet.</source>
        <translation>두 값이 모두 있는 행이 아직 없습니다.</translation>
    </message>
    <message>
        <source>Over {0}</source>
        <translation>{0}에 대하여</translation>
    </message>
    <message>
        <source>What x is</source>
        <translation>x축</translation>
    </message>
    <message>
        <source>What y is</source>
        <translation>y축</translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation>{1}에 대한 {0}</translation>
    </message>
    <message>
        <source>{0} points in {1} lines</source>
        <translation>선 {1}개의 점 {0}개</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Choose a row to see what differs from the baseline.</source>
        <translation>기준과 다른 점을 보려면 행을 고르십시오.</translation>
    </message>
    <message>
        <source>Difference to the baseline</source>
        <translation>기준과의 차이</translation>
    </message>
    <message>
        <source>no knob differs</source>
        <translation>다른 노브 없음</translation>
    </message>
    <message>
        <source>{0} knobs differ</source>
        <translation>다른 노브 {0}개</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
</context>
<context>
    <name>DormantList</name>
    <message>
        <source>No block asks for this at present; it holds again when its block is back.</source>
        <translation>지금은 이것을 쓰는 블록이 없습니다. 블록이 돌아오면 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>Takes this setting out of the recipe.</source>
        <translation>이 설정을 레시피에서 뺍니다.</translation>
    </message>
    <message>
        <source>dormant: {0} —</source>
        <translation>쉬는 설정: {0} —</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation>{0} 빼기</translation>
    </message>
</context>
<context>
    <name>EditPart</name>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
</context>
<context>
    <name>ElsewherePart</name>
    <message>
        <source>front of the sweep</source>
        <translation>스윕의 전선</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>핀</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>A preset is pinned by its context menu in the library; recipe files can be dropped here.</source>
        <translation>라이브러리의 상황 메뉴로 프리셋을 핀으로 둡니다. 레시피 파일을 여기에 끌어 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation>레시피 파일을 핀으로…</translation>
    </message>
    <message>
        <source>Pin recipes to compare parameters, MACs, memory, time and published accuracy under one counting rule.</source>
        <translation>레시피를 핀으로 두면 파라미터, MACs, 메모리, 시간, 발표된 정확도를 한 계수 규칙으로 비교합니다.</translation>
    </message>
    <message>
        <source>Pin this recipe</source>
        <translation>이 레시피를 핀으로</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A dynamic batch takes any number of images.</source>
        <translation>가변 배치는 영상이 몇 장이어도 됩니다.</translation>
    </message>
    <message>
        <source>A file name is needed.</source>
        <translation>파일 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A fixed batch takes 1 to 1024 images.</source>
        <translation>고정 배치는 영상 1~1024장입니다.</translation>
    </message>
    <message>
        <source>An export is running; cancel it first.</source>
        <translation>내보내는 중입니다. 먼저 취소하십시오.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation>가변</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>For running it elsewhere: structure and weights.</source>
        <translation>다른 곳에서 실행할 때: 구조와 가중치.</translation>
    </message>
    <message>
        <source>For training it: one readable file that needs torch only.</source>
        <translation>학습할 때: torch만 있으면 되는, 읽을 수 있는 파일 하나.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Images a batch</source>
        <translation>배치의 영상 수</translation>
    </message>
    <message>
        <source>Images a batch, 1 to 1024</source>
        <translation>배치의 영상 수, 1~1024</translation>
    </message>
    <message>
        <source>Python (PyTorch)</source>
        <translation>Python (PyTorch)</translation>
    </message>
    <message>
        <source>Starting the export process…</source>
        <translation>내보내기 프로세스를 시작하는 중…</translation>
    </message>
    <message>
        <source>Stops the export; a file of that name stays as it was.</source>
        <translation>내보내기를 멈춥니다. 같은 이름의 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Structure and weights in one file, compared with PyTorch in ONNX Runtime.</source>
        <translation>구조와 가중치를 한 파일에 담고, ONNX Runtime에서 PyTorch와 비교합니다.</translation>
    </message>
    <message>
        <source>The file takes any number of images.</source>
        <translation>파일이 받는 영상 수에 제한이 없습니다.</translation>
    </message>
    <message>
        <source>The file takes this many images, which some runtimes ask for.</source>
        <translation>파일이 이 수의 영상만 받습니다. 이것을 요구하는 런타임이 있습니다.</translation>
    </message>
    <message>
        <source>The network as source with its first weights and the paper&apos;s training settings; run on torch alone and compared. It holds no weights and takes any batch.</source>
        <translation>첫 가중치와 논문의 학습 설정을 담은 네트워크 소스. torch만으로 실행해 비교합니다. 가중치 파일은 없으며 배치는 자유롭습니다.</translation>
    </message>
    <message>
        <source>These weights leave with the file, which names them.</source>
        <translation>이 가중치가 파일에 들어가며, 파일에 그 이름이 적힙니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Written and verified.</source>
        <translation>쓰고 검증했습니다.</translation>
    </message>
    <message>
        <source>random, seed 0</source>
        <translation>무작위, 시드 0</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Saved as {0}.</source>
        <translation>저장했습니다: {0}.</translation>
    </message>
    <message>
        <source>{0} was changed since this recipe was saved; its numbers may differ.</source>
        <translation>{0}: 이 레시피를 저장한 뒤에 바뀌었습니다. 값이 다를 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the search (Esc)</source>
        <translation>검색 닫기(Esc)</translation>
    </message>
    <message>
        <source>Dim others</source>
        <translation>나머지 흐리게</translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation>그래프에서 찾기</translation>
    </message>
    <message>
        <source>Find: dw, 1×1, SE, groups&gt;1, stride=2, macs&gt;5%</source>
        <translation>찾기: dw, 1×1, SE, groups&gt;1, stride=2, macs&gt;5%</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>이것만</translation>
    </message>
    <message>
        <source>The layers found (↓)</source>
        <translation>찾은 층(↓)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{1} found</source>
        <translation>{1}개 찾음</translation>
    </message>
</context>
<context>
    <name>FindDrop</name>
    <message>
        <source>Matches</source>
        <translation>찾은 것</translation>
    </message>
</context>
<context>
    <name>FrontChart</name>
    <message>
        <source>Front</source>
        <translation>파레토 전선</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>No row has both figures yet.</source>
        <translation>두 값이 모두 있는 행이 아직 없습니다.</translation>
    </message>
    <message>
        <source>The figure along x</source>
        <translation>x축의 양</translation>
    </message>
    <message>
        <source>The figure along y</source>
        <translation>y축의 양</translation>
    </message>
    <message>
        <source>What nothing beats: {0} and {1}</source>
        <translation>더 나은 것이 없는 점: {0}, {1}</translation>
    </message>
    <message>
        <source>{0} points, {1} on the front: {2}</source>
        <translation>점 {0}개, 전선 위 {1}개: {2}</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>Colour and figures: {0}</source>
        <translation>색과 값: {0}</translation>
    </message>
    <message>
        <source>Colour:</source>
        <translation>색:</translation>
    </message>
    <message>
        <source>Colour: {0}</source>
        <translation>색: {0}</translation>
    </message>
    <message>
        <source>Figures: {0}; colour:</source>
        <translation>값: {0}, 색:</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Output, {0}</source>
        <translation>출력, {0}</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>block {0}</source>
        <translation>블록 {0}</translation>
    </message>
    <message>
        <source>concatenation</source>
        <translation>이어붙이기(concat)</translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation>깊이별(depthwise)</translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation>완전연결</translation>
    </message>
    <message>
        <source>grouped</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>input {0}</source>
        <translation>입력 {0}</translation>
    </message>
    <message>
        <source>kind of layer</source>
        <translation>층의 종류</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>measured time</source>
        <translation>측정한 시간</translation>
    </message>
    <message>
        <source>memory access, {0}</source>
        <translation>메모리 접근량, {0}</translation>
    </message>
    <message>
        <source>no shortcut</source>
        <translation>shortcut 없음</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정하지 않음</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>output in memory, {0}</source>
        <translation>출력 메모리, {0}</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>pointwise 1×1</source>
        <translation>점별(pointwise) 1×1</translation>
    </message>
    <message>
        <source>recipe {0}</source>
        <translation>레시피 {0}</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>shortcut</translation>
    </message>
    <message>
        <source>single layers 0 – {0}</source>
        <translation>층 하나에 0 – {0}</translation>
    </message>
    <message>
        <source>stage {0}</source>
        <translation>스테이지 {0}</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>time: {0}</source>
        <translation>시간: {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} operations not counted</source>
        <translation>세지 않은 연산 {0}개</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>파라미터 {0}</translation>
    </message>
</context>
<context>
    <name>GraphPart</name>
    <message>
        <source>How far the graph lies open, and how large it is drawn</source>
        <translation>그래프를 어디까지 펼칠지, 얼마나 크게 그릴지</translation>
    </message>
    <message>
        <source>Levels ▾</source>
        <translation>수준 ▾</translation>
    </message>
    <message>
        <source>Open, close and zoom the graph</source>
        <translation>그래프 펼치기, 접기, 확대</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Block graph</source>
        <translation>블록 그래프</translation>
    </message>
    <message>
        <source>Click to fold them into one box.</source>
        <translation>누르면 한 상자로 접습니다.</translation>
    </message>
    <message>
        <source>Click to show them one by one.</source>
        <translation>누르면 하나씩 보입니다.</translation>
    </message>
</context>
<context>
    <name>HeatChart</name>
    <message>
        <source> at {0}</source>
        <translation>, {0}에서</translation>
    </message>
    <message>
        <source>A heat map needs two axes; this sweep has {0}.</source>
        <translation>열지도에는 축이 두 개 필요합니다. 이 스윕의 축은 {0}개입니다.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>열지도</translation>
    </message>
    <message>
        <source>No row of this slice yet.</source>
        <translation>이 단면의 행이 아직 없습니다.</translation>
    </message>
    <message>
        <source>The axis along x</source>
        <translation>x축에 놓을 축</translation>
    </message>
    <message>
        <source>The axis along y</source>
        <translation>y축에 놓을 축</translation>
    </message>
    <message>
        <source>The figure in the cells</source>
        <translation>칸에 나타낼 양</translation>
    </message>
    <message>
        <source>{0} of the slice</source>
        <translation>단면의 {0}</translation>
    </message>
    <message>
        <source>{0} × {1} cells</source>
        <translation>{0} × {1}칸</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Conditions of the measurement</source>
        <translation>측정 조건</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부</translation>
    </message>
    <message>
        <source>Mark a measurement to see its runs and conditions.</source>
        <translation>측정을 표시하면 실행과 조건이 보입니다.</translation>
    </message>
    <message>
        <source>Mark a measurement to see its runs.</source>
        <translation>측정을 표시하면 실행이 보입니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>HistoryFiles</name>
    <message>
        <source>A row a measurement, with all conditions and the recipe.</source>
        <translation>측정마다 한 행. 모든 조건과 레시피를 담습니다.</translation>
    </message>
    <message>
        <source>CSV with raw samples…</source>
        <translation>원시 표본을 담은 CSV…</translation>
    </message>
    <message>
        <source>The columns of the table with booktabs, for a paper.</source>
        <translation>논문용: 표의 열을 booktabs로.</translation>
    </message>
    <message>
        <source>The columns of the table, for a text.</source>
        <translation>글에 넣을 표의 열.</translation>
    </message>
    <message>
        <source>The measurements as they were taken, raw samples and fingerprint included.</source>
        <translation>측정한 그대로. 원시 표본과 기기 정보를 담습니다.</translation>
    </message>
    <message>
        <source>The same with every run in a last column, as JSON.</source>
        <translation>같은 것에 모든 실행을 JSON으로 담은 마지막 열을 더합니다.</translation>
    </message>
    <message>
        <source>Typed columns for pandas and others, raw samples as a list.</source>
        <translation>pandas 등에서 쓰는 자료형이 있는 열. 원시 표본은 목록입니다.</translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation>전체 {0}</translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation>표시 {0}</translation>
    </message>
    <message>
        <source>{0} needs pyarrow</source>
        <translation>{0}: pyarrow 필요</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Nothing was measured yet. Every measurement is kept here, also those of the command line.</source>
        <translation>아직 측정한 것이 없습니다. 명령줄의 측정까지 모두 여기에 보관됩니다.</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>이력 필터</translation>
    </message>
    <message>
        <source>Filter: mobilenet noisy 2026-11</source>
        <translation>필터: mobilenet noisy 2026-11</translation>
    </message>
    <message>
        <source>Forgets the marked measurements; can be taken back (Delete)</source>
        <translation>표시한 측정을 삭제합니다. 되돌릴 수 있습니다(Delete)</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Opens the recipe of the marked row; Undo leads back (Enter)</source>
        <translation>표시한 행의 레시피를 엽니다. 실행 취소로 돌아옵니다(Enter)</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>The marked measurements, or all shown, as CSV, JSON or Parquet</source>
        <translation>표시한 측정 또는 보이는 모두를 CSV, JSON, Parquet으로</translation>
    </message>
    <message>
        <source>Words that must all stand in a row: preset, change, condition, machine, date, doubt.</source>
        <translation>행에 모두 있어야 하는 낱말: 프리셋, 변경, 조건, 기기, 날짜, 의심 사유.</translation>
    </message>
    <message>
        <source>all networks</source>
        <translation>모든 네트워크</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>모든 기간</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>최근 하루</translation>
    </message>
    <message>
        <source>this preset</source>
        <translation>이 프리셋</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0}, {1} marked</source>
        <translation>{0}, 표시 {1}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Stored measurements</source>
        <translation>저장된 측정</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Activation memory: bytes of the output, one image.</source>
        <translation>활성값 메모리: 출력의 바이트 수, 영상 한 장.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>조언</translation>
    </message>
    <message>
        <source>Alive at {0}, in {1}:</source>
        <translation>{0}에서 살아 있는 것, {1}:</translation>
    </message>
    <message>
        <source>Arithmetic intensity: MACs for each byte of memory access.</source>
        <translation>연산 강도: 메모리 접근 1바이트당 MACs.</translation>
    </message>
    <message>
        <source>Bytes as they are in {0}.</source>
        <translation>{0}에서의 바이트 수.</translation>
    </message>
    <message>
        <source>Bytes of the learnable tensors.</source>
        <translation>학습되는 텐서의 바이트 수.</translation>
    </message>
    <message>
        <source>Channels / memory per resolution, {0}: largest tensor · between blocks (MobileNetV2, Table 3)</source>
        <translation>해상도별 채널 / 메모리, {0}: 가장 큰 텐서 · 블록 사이(MobileNetV2, Table 3)</translation>
    </message>
    <message>
        <source>Click a box to see its figures and set its knobs.</source>
        <translation>상자를 누르면 값을 보고 노브를 조절합니다.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Measured time of the layers, and of what lies between them within this part (Ctrl+F9).</source>
        <translation>이 부분의 층과 층 사이에서 측정한 시간(Ctrl+F9).</translation>
    </message>
    <message>
        <source>Memory access cost: inputs and weights read, outputs written, once each (ShuffleNet V2, G1).</source>
        <translation>메모리 접근 비용: 입력과 가중치 읽기, 출력 쓰기를 한 번씩(ShuffleNet V2, G1).</translation>
    </message>
    <message>
        <source>Most bytes of activations alive at once, operations in order, one image.</source>
        <translation>동시에 살아 있는 활성값의 최대 바이트 수. 연산은 순서대로, 영상 한 장.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Operations, and how many of them have weights or MACs.</source>
        <translation>연산 수, 그 가운데 가중치나 MACs가 있는 것의 수.</translation>
    </message>
    <message>
        <source>Receptive field: input pixels that an output unit sees, / its step, and how far the first reaches over the border (Araujo et al. 2019).</source>
        <translation>수용 영역: 출력 유닛이 보는 입력 픽셀 / 그 간격, 첫 유닛이 경계를 넘는 폭(Araujo et al. 2019).</translation>
    </message>
    <message>
        <source>The largest activation, one image; MobileNetV2&apos;s Table 3 has the largest between two blocks.</source>
        <translation>가장 큰 활성값, 영상 한 장. MobileNetV2의 Table 3은 두 블록 사이에서 가장 큰 것입니다.</translation>
    </message>
    <message>
        <source>What published guidelines say of the selected blocks. It never stops anything.</source>
        <translation>선택한 블록에 대한 발표된 지침. 아무것도 막지 않습니다.</translation>
    </message>
    <message>
        <source>access</source>
        <translation>접근</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>between its layers: {0}</source>
        <translation>층 사이: {0}</translation>
    </message>
    <message>
        <source>field</source>
        <translation>수용 영역</translation>
    </message>
    <message>
        <source>in → out</source>
        <translation>입출력</translation>
    </message>
    <message>
        <source>intensity</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>largest tensor</source>
        <translation>최대 텐서</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>none: the guidelines find nothing here</source>
        <translation>없음: 지침에 걸리는 것이 없습니다</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정하지 않음</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{0} MACs/B</source>
        <translation>{0} MACs/B</translation>
    </message>
    <message>
        <source>{0} boxes</source>
        <translation>상자 {0}개</translation>
    </message>
    <message>
        <source>{0}, {1} with a cost</source>
        <translation>{0}, 비용이 있는 것 {1}</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Against this machine</source>
        <translation>이 기기와 비교</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Measurements of the files</source>
        <translation>파일의 측정</translation>
    </message>
    <message>
        <source>The chart of both machines, on the Latency tab</source>
        <translation>두 기기의 차트, 지연 시간 탭</translation>
    </message>
    <message>
        <source>Times from elsewhere</source>
        <translation>다른 기기의 시간</translation>
    </message>
    <message>
        <source>already there: {0}</source>
        <translation>이미 있음: {0}</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>합침</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>median ms</source>
        <translation>중앙값 ms</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>not joined: {0}</source>
        <translation>합치지 못함: {0}</translation>
    </message>
    <message>
        <source>result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>runtime</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>{0} measurements joined by the hash of their recipes</source>
        <translation>레시피의 해시로 합친 측정 {0}개</translation>
    </message>
    <message>
        <source>{0}; the library has no {1}</source>
        <translation>{0}. 라이브러리에 {1} 없음</translation>
    </message>
</context>
<context>
    <name>KnobRow</name>
    <message>
        <source>Take the setting away here; the wider one holds again (Delete).</source>
        <translation>여기의 설정을 없앱니다. 더 넓은 범위의 값이 다시 적용됩니다(Delete).</translation>
    </message>
    <message>
        <source>differs below</source>
        <translation>안에서 다름</translation>
    </message>
    <message>
        <source>differs below:</source>
        <translation>안에서 다름:</translation>
    </message>
    <message>
        <source>legal here: {0}</source>
        <translation>여기서 가능: {0}</translation>
    </message>
    <message>
        <source>legal here: {0} to {1}</source>
        <translation>여기서 가능: {0}~{1}</translation>
    </message>
    <message>
        <source>mixed: {0}</source>
        <translation>섞임: {0}</translation>
    </message>
    <message>
        <source>others not: {0}</source>
        <translation>나머지 불가: {0}</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>reset to {0}</source>
        <translation>{0}(으)로 되돌리기</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>{0} 되돌리기</translation>
    </message>
    <message>
        <source>● at {0} of {1}; network {2} —</source>
        <translation>● {1} 가운데 {0} · 네트워크 {2} —</translation>
    </message>
    <message>
        <source>● here; network {0} —</source>
        <translation>● 여기서 설정 · 네트워크 {0} —</translation>
    </message>
    <message>
        <source>● set here —</source>
        <translation>● 여기서 설정 —</translation>
    </message>
</context>
<context>
    <name>KnobsPanel</name>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>노브</translation>
    </message>
    <message>
        <source>Takes away all that is set here and within, in one step; the network&apos;s knobs hold.</source>
        <translation>여기와 그 안에 설정한 것을 한 번에 모두 없앱니다. 네트워크의 노브가 적용됩니다.</translation>
    </message>
    <message>
        <source>The engine is starting; the knobs follow in a moment.</source>
        <translation>엔진을 시작하는 중입니다. 노브가 곧 나타납니다.</translation>
    </message>
    <message>
        <source>activation after {0}</source>
        <translation>{0} 뒤의 활성화 함수</translation>
    </message>
    <message>
        <source>not at all of them: {0}</source>
        <translation>일부에만 있음: {0}</translation>
    </message>
    <message>
        <source>not at {0}</source>
        <translation>없는 곳: {0}</translation>
    </message>
    <message>
        <source>reset stages and blocks</source>
        <translation>스테이지와 블록 설정 지우기</translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation>네트워크 값으로 되돌리기</translation>
    </message>
</context>
<context>
    <name>LatencyTab</name>
    <message>
        <source>A against B</source>
        <translation>A와 B</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>IQR {0}, min {1}, n {2}, warm-up {3}</source>
        <translation>IQR {0}, 최소 {1}, n {2}, 워밍업 {3}</translation>
    </message>
    <message>
        <source>MACs and time</source>
        <translation>MACs와 시간</translation>
    </message>
    <message>
        <source>MACs and time of everything measured here</source>
        <translation>여기서 측정한 모든 것의 MACs와 시간</translation>
    </message>
    <message>
        <source>Measure by itself once a change has settled.</source>
        <translation>변경이 끝나면 스스로 측정합니다.</translation>
    </message>
    <message>
        <source>One runtime, device or machine against another</source>
        <translation>런타임, 장치, 기기 하나와 다른 하나</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Runs of this recipe: how steady is it?</source>
        <translation>이 레시피의 실행: 얼마나 안정적인가?</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>This recipe in each runtime</source>
        <translation>런타임마다 이 레시피</translation>
    </message>
    <message>
        <source>What did each change do?</source>
        <translation>변경마다 무엇이 달라졌나?</translation>
    </message>
    <message>
        <source>after each change</source>
        <translation>변경할 때마다</translation>
    </message>
    <message>
        <source>measure after each change</source>
        <translation>변경할 때마다 측정</translation>
    </message>
    <message>
        <source>median {0} ms</source>
        <translation>중앙값 {0} ms</translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Copy ({0})</source>
        <translation>복사({0})</translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation>{0} 형식으로 복사</translation>
    </message>
    <message>
        <source>Save all {0} shown as CSV, Markdown, LaTeX…</source>
        <translation>보이는 {0}개 모두 CSV, Markdown, LaTeX로 저장…</translation>
    </message>
    <message>
        <source>all {0} shown</source>
        <translation>보이는 {0}개 모두</translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation>표시 {0}</translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>Does not run at inference: 0 MACs.</source>
        <translation>추론에서 실행되지 않음: 0 MACs.</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>세지 않음</translation>
    </message>
    <message>
        <source>p10–p90 {0} – {1}, {2} runs</source>
        <translation>p10–p90 {0} – {1}, 실행 {2}회</translation>
    </message>
</context>
<context>
    <name>LayerTools</name>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation>복사, 저장</translation>
    </message>
    <message>
        <source>Filter the layers</source>
        <translation>층 필터</translation>
    </message>
    <message>
        <source>Filter: dw stride=2, macs&gt;5%, -bn</source>
        <translation>필터: dw stride=2, macs&gt;5%, -bn</translation>
    </message>
    <message>
        <source>The layers as CSV, Markdown or LaTeX, with rule, recipe and units</source>
        <translation>규칙, 레시피, 단위를 붙인 층 표(CSV, Markdown, LaTeX)</translation>
    </message>
    <message>
        <source>Which columns are shown; also by a right click on the titles</source>
        <translation>보일 열. 제목을 오른쪽 버튼으로 눌러도 됩니다</translation>
    </message>
</context>
<context>
    <name>LayersTab</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Totals of the layers</source>
        <translation>층의 합계</translation>
    </message>
    <message>
        <source>{0} of {1} layers</source>
        <translation>층 {1}개 가운데 {0}개</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>layers 0–{0}</source>
        <translation>층 0–{0}</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Architectures from folders of your own</source>
        <translation>사용자 폴더의 아키텍처</translation>
    </message>
    <message>
        <source>Architectures from your own folders; a click lists them.</source>
        <translation>사용자 폴더의 아키텍처. 누르면 목록을 봅니다.</translation>
    </message>
    <message>
        <source>From the file {0} in {1}</source>
        <translation>{1}의 파일 {0}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Name, family, paper or year (Ctrl+Shift+F); Enter opens the first</source>
        <translation>이름, 계열, 논문 또는 연도(Ctrl+Shift+F). Enter로 첫 번째를 엽니다</translation>
    </message>
    <message>
        <source>Nothing matches; try a year or a paper&apos;s name.</source>
        <translation>맞는 것이 없습니다. 연도나 논문 이름으로 찾아 보십시오.</translation>
    </message>
    <message>
        <source>Open the paper {0}</source>
        <translation>논문 열기: {0}</translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation>열기: {0}</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation>사용자 아키텍처</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>사용자…</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>프리셋 검색</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Architecture Explorer</source>
        <translation>Architecture Explorer</translation>
    </message>
    <message>
        <source>Architecture Explorer {0}

PySide6 and PyTorch.</source>
        <translation>Architecture Explorer {0}

PySide6와 PyTorch.</translation>
    </message>
    <message>
        <source>Charts and tables</source>
        <translation>차트와 표</translation>
    </message>
    <message>
        <source>Library and knobs</source>
        <translation>라이브러리와 노브</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Totals and inspector</source>
        <translation>합계와 세부 정보</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>메시지 닫기</translation>
    </message>
</context>
<context>
    <name>MicroButton</name>
    <message>
        <source>Measure this layer by itself</source>
        <translation>이 층만 측정</translation>
    </message>
    <message>
        <source>Measure this layer over ▾</source>
        <translation>이 층을 바꿔 가며 측정 ▾</translation>
    </message>
    <message>
        <source>The layer by itself over its groups, channels or kernel, measured in turn</source>
        <translation>이 층 하나의 그룹 수, 채널, 커널을 바꿔 가며 번갈아 측정</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Minimap</source>
        <translation>미니맵</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>mixed</source>
        <translation>섞임</translation>
    </message>
</context>
<context>
    <name>OperatorsChart</name>
    <message>
        <source>Time by kind</source>
        <translation>종류별 시간</translation>
    </message>
    <message>
        <source>Where does the time go? ms by kind of operation</source>
        <translation>시간은 어디에 쓰이나? 연산 종류별 ms</translation>
    </message>
    <message>
        <source>Where the time of networks measured in turn goes.</source>
        <translation>번갈아 측정한 네트워크의 시간이 쓰인 곳.</translation>
    </message>
    <message>
        <source>lines: median without stamps</source>
        <translation>선: 시각 기록이 없을 때의 중앙값</translation>
    </message>
    <message>
        <source>median without stamps</source>
        <translation>시각 기록이 없을 때의 중앙값</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} % of {3}</source>
        <translation>{0}: {1}, {3}의 {2} %</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Charts of the overview</source>
        <translation>개요의 차트</translation>
    </message>
    <message>
        <source>Charts ▾</source>
        <translation>차트 ▾</translation>
    </message>
    <message>
        <source>One chart stays.</source>
        <translation>차트 하나는 남습니다.</translation>
    </message>
    <message>
        <source>Which charts stand on the overview</source>
        <translation>개요에 둘 차트</translation>
    </message>
    <message>
        <source>{0} (no room at this width)</source>
        <translation>{0} (이 너비에서는 자리 없음)</translation>
    </message>
</context>
<context>
    <name>OwnDialog</name>
    <message>
        <source> (this run only)</source>
        <translation> (이번 실행만)</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Allow…</source>
        <translation>허용…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부</translation>
    </message>
    <message>
        <source>Imports every file afresh; the open recipe keeps its knobs.</source>
        <translation>모든 파일을 새로 불러옵니다. 열린 레시피의 노브는 남습니다.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>간단히</translation>
    </message>
    <message>
        <source>No Python file in it.</source>
        <translation>Python 파일이 없습니다.</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>아직 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation>사용자 아키텍처</translation>
    </message>
    <message>
        <source>Python files with an @architecture class, as docs/adding-an-architecture.md shows. A file is loaded again when it is saved.</source>
        <translation>@architecture 클래스가 있는 Python 파일(docs/adding-an-architecture.md 참고). 저장하면 다시 불러옵니다.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Traceback of {0}</source>
        <translation>{0}의 트레이스백</translation>
    </message>
    <message>
        <source>Trying the files in a process of their own…</source>
        <translation>파일을 별도 프로세스에서 시험하는 중…</translation>
    </message>
    <message>
        <source>no @architecture in it</source>
        <translation>@architecture가 없음</translation>
    </message>
    <message>
        <source>{0}: not run, because you have not allowed it</source>
        <translation>{0}: 허용하지 않아 실행하지 않음</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>An action, a preset, a knob and its value: alpha 0.5</source>
        <translation>동작, 프리셋, 노브와 값: alpha 0.5</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>할 수 있는 것</translation>
    </message>
</context>
<context>
    <name>PalettePart</name>
    <message>
        <source>Open {0}</source>
        <translation>{0} 열기</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>{0} 보기</translation>
    </message>
    <message>
        <source>Sort by {0}</source>
        <translation>{0} 기준 정렬</translation>
    </message>
    <message>
        <source>activation after {0}</source>
        <translation>{0} 뒤의 활성화 함수</translation>
    </message>
    <message>
        <source>again: the other way round</source>
        <translation>다시: 반대 순서</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
</context>
<context>
    <name>PaperFiles</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation>{0} 형식으로 복사</translation>
    </message>
    <message>
        <source>Save as CSV, Markdown, LaTeX…</source>
        <translation>CSV, Markdown, LaTeX로 저장…</translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>Differs below.</source>
        <translation>안에서 다릅니다.</translation>
    </message>
    <message>
        <source>Sets {0}. Enter or a double click edits.</source>
        <translation>{0} 설정. Enter 또는 두 번 누르기로 편집합니다.</translation>
    </message>
    <message>
        <source>The preset has {0}.</source>
        <translation>프리셋의 값: {0}.</translation>
    </message>
    <message>
        <source>the whole network</source>
        <translation>네트워크 전체</translation>
    </message>
</context>
<context>
    <name>PaperTab</name>
    <message>
        <source>Copy, save</source>
        <translation>복사, 저장</translation>
    </message>
    <message>
        <source>The paper&apos;s table</source>
        <translation>논문의 표</translation>
    </message>
    <message>
        <source>The table as CSV, Markdown or LaTeX</source>
        <translation>표를 CSV, Markdown, LaTeX로</translation>
    </message>
    <message>
        <source>{0}; the table is our own</source>
        <translation>{0}. 표는 이 프로그램이 만든 것입니다</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>For LaTeX and printing: one page as large as the picture.</source>
        <translation>LaTeX와 인쇄용: 그림 크기의 한 페이지.</translation>
    </message>
    <message>
        <source>For papers and for editing: text stays text.</source>
        <translation>논문과 편집용: 글자가 글자로 남습니다.</translation>
    </message>
    <message>
        <source>For slides and the web: pixels at the chosen resolution.</source>
        <translation>슬라이드와 웹용: 고른 해상도의 픽셀.</translation>
    </message>
    <message>
        <source>Nothing is painted between the boxes: for a slide with a ground of its own.</source>
        <translation>상자 사이를 칠하지 않습니다. 바탕이 있는 슬라이드용입니다.</translation>
    </message>
    <message>
        <source>SVG and PDF have no pixels: they are sharp at any size.</source>
        <translation>SVG와 PDF에는 픽셀이 없어 어떤 크기에서도 선명합니다.</translation>
    </message>
</context>
<context>
    <name>PicturePart</name>
    <message>
        <source>No font of this machine has {0}: boxes stand for these characters.</source>
        <translation>이 기기의 글꼴에 없는 글자: {0}. 상자로 표시됩니다.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>저장했습니다: {0}.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, as PNG at {0} dpi, as SVG and as PDF.</source>
        <translation>그림을 클립보드에 복사했습니다. {0} dpi PNG, SVG, PDF.</translation>
    </message>
</context>
<context>
    <name>PinOverlay</name>
    <message>
        <source>Outline of a pin over the bars: the one marked in Compare, else the baseline</source>
        <translation>막대 위에 그리는 핀의 윤곽: 비교에서 표시한 것, 없으면 기준</translation>
    </message>
    <message>
        <source>Outline of the pin {0}</source>
        <translation>핀의 윤곽: {0}</translation>
    </message>
    <message>
        <source>Pinned recipes under their own names and colours</source>
        <translation>핀으로 둔 레시피를 그 이름과 색으로</translation>
    </message>
    <message>
        <source>Pinned recipes: rings at their accuracy, triangles on the axis where there is none</source>
        <translation>핀으로 둔 레시피: 정확도의 자리에 고리, 없으면 축 위에 세모</translation>
    </message>
    <message>
        <source>pins</source>
        <translation>핀</translation>
    </message>
</context>
<context>
    <name>PinPart</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>No latency of {0}: {1}</source>
        <translation>지연 시간 없음({0}): {1}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Pin for comparison</source>
        <translation>비교용 핀으로</translation>
    </message>
    <message>
        <source>Pinned: {0}.</source>
        <translation>핀으로 두었습니다: {0}.</translation>
    </message>
    <message>
        <source>This recipe is pinned already, as {0}.</source>
        <translation>이 레시피는 이미 핀에 있습니다: {0}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Unpinned: {0}.</source>
        <translation>핀을 뺐습니다: {0}.</translation>
    </message>
</context>
<context>
    <name>PointsChart</name>
    <message>
        <source>, logarithmic</source>
        <translation>, 로그 축</translation>
    </message>
    <message>
        <source>A click opens it; Undo brings the present recipe back.</source>
        <translation>누르면 엽니다. 실행 취소로 지금 레시피가 돌아옵니다.</translation>
    </message>
    <message>
        <source>Logarithmic axes</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
</context>
<context>
    <name>Presenting</name>
    <message>
        <source>1 to 4, 0: chart · Ctrl+K: anything · Esc: back</source>
        <translation>1~4, 0: 차트 · Ctrl+K: 무엇이든 · Esc: 뒤로</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>against: {0}</source>
        <translation>비교 대상: {0}</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>{0} latency</source>
        <translation>{0} 지연 시간</translation>
    </message>
</context>
<context>
    <name>PublishedDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Named there</source>
        <translation>출처의 이름</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>출처 열기</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>이 프로그램</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Published results</source>
        <translation>발표된 결과</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Top-1 %</source>
        <translation>Top-1 %</translation>
    </message>
    <message>
        <source>Top-5 %</source>
        <translation>Top-5 %</translation>
    </message>
    <message>
        <source>{0}: differences are ours against the printed figure, counted as the source counts.</source>
        <translation>{0}: 출처의 계수 방식으로 센 이 프로그램의 값과 인쇄된 값의 차이입니다.</translation>
    </message>
</context>
<context>
    <name>PublishedLine</name>
    <message>
        <source>Nothing is published for this setting.</source>
        <translation>이 설정으로 발표된 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RooflineChart</name>
    <message>
        <source>Each layer becomes a point below this machine&apos;s roofs. Measure the layers (Ctrl+F9) and the machine&apos;s peaks (Ctrl+Shift+F9).</source>
        <translation>층마다 이 기기의 지붕 아래 한 점이 됩니다. 층(Ctrl+F9)과 기기의 최대 성능(Ctrl+Shift+F9)을 측정하십시오.</translation>
    </message>
    <message>
        <source>GMAC/s</source>
        <translation>GMAC/s</translation>
    </message>
    <message>
        <source>Layers below this machine&apos;s roofs.</source>
        <translation>이 기기의 지붕 아래에 놓인 층.</translation>
    </message>
    <message>
        <source>MACs per byte of memory access</source>
        <translation>메모리 접근 1바이트당 MACs</translation>
    </message>
    <message>
        <source>What bounds it? GMAC/s over MACs per byte of memory access</source>
        <translation>무엇이 한계인가? 메모리 접근 1바이트당 MACs에 대한 GMAC/s</translation>
    </message>
    <message>
        <source>attainable {0}</source>
        <translation>도달 가능 {0}</translation>
    </message>
    <message>
        <source>memory {0}B/s</source>
        <translation>메모리 {0}B/s</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>what this machine can reach</source>
        <translation>이 기기가 도달할 수 있는 것</translation>
    </message>
    <message>
        <source>{0} = {1}FLOP/s</source>
        <translation>{0} = {1}FLOP/s</translation>
    </message>
    <message>
        <source>{0} MACs, {1} read and written: {2} MACs/byte</source>
        <translation>MACs {0}, 읽고 쓴 양 {1}: {2} MACs/바이트</translation>
    </message>
    <message>
        <source>{0} layers; {1} of them are bound by memory</source>
        <translation>층 {0}개, 그 가운데 {1}개는 메모리가 한계</translation>
    </message>
</context>
<context>
    <name>RooflineTab</name>
    <message>
        <source>Bytes: every tensor to and from memory once, no cache; 1 MAC = 2 FLOP.</source>
        <translation>바이트: 모든 텐서를 메모리에서 한 번씩 읽고 씀. 캐시 없음. 1 MAC = 2 FLOP.</translation>
    </message>
    <message>
        <source>Layers not measured: hollow points are bounds.</source>
        <translation>층을 측정하지 않음: 빈 점은 상한입니다.</translation>
    </message>
    <message>
        <source>Layers ▶</source>
        <translation>층 ▶</translation>
    </message>
    <message>
        <source>Machine&apos;s peaks ▶</source>
        <translation>기기 최대 성능 ▶</translation>
    </message>
    <message>
        <source>Roofline (Williams, Waterman, Patterson 2009). A byte counts when a layer&apos;s input, weight or output is read or written, once each, as if nothing were cached. The memory&apos;s roof is the faster of copy and triad (STREAM) on arrays larger than the last cache; the level one the fastest of matrix products and convolutions, best of many runs.</source>
        <translation>루프라인(Williams, Waterman, Patterson 2009). 층의 입력, 가중치, 출력을 읽거나 쓸 때마다, 캐시가 없는 것처럼 한 번씩 바이트를 셉니다. 메모리의 지붕은 마지막 캐시보다 큰 배열에서 copy와 triad(STREAM) 가운데 빠른 쪽이고, 수평 지붕은 행렬곱과 합성곱 가운데 여러 번 실행해 가장 빠른 값입니다.</translation>
    </message>
    <message>
        <source>This machine&apos;s peaks are not measured yet: no roofs. It takes some seconds, once.</source>
        <translation>이 기기의 최대 성능을 아직 측정하지 않아 지붕이 없습니다. 한 번, 몇 초 걸립니다.</translation>
    </message>
    <message>
        <source>measured once all is quiet</source>
        <translation>조용해지면 측정합니다</translation>
    </message>
    <message>
        <source>peak {0} ({1}FLOP/s), memory {2}B/s; they meet at {3} MACs/byte</source>
        <translation>최대 {0}({1}FLOP/s), 메모리 {2}B/s, 만나는 곳 {3} MACs/바이트</translation>
    </message>
    <message>
        <source>{0} layers lie above the memory&apos;s roof: a cache served them.</source>
        <translation>층 {0}개가 메모리의 지붕 위에 있습니다. 캐시가 도왔습니다.</translation>
    </message>
    <message>
        <source>{0} layers without MACs take {1} % of the time, {2} % lies between layers.</source>
        <translation>MACs가 없는 층 {0}개가 시간의 {1} %, 층 사이가 {2} %입니다.</translation>
    </message>
</context>
<context>
    <name>RuleButton</name>
    <message>
        <source>Counting rule: {0}</source>
        <translation>계수 규칙: {0}</translation>
    </message>
    <message>
        <source>{0}
Click for other counting rules.</source>
        <translation>{0}
누르면 다른 계수 규칙을 고릅니다.</translation>
    </message>
</context>
<context>
    <name>RuntimesPanel</name>
    <message>
        <source>One press measures this recipe in each runtime that is here, with the same input.</source>
        <translation>한 번 누르면 여기 있는 런타임마다 같은 입력으로 이 레시피를 측정합니다.</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>answer as PyTorch eager&apos;s: {0} off, {1} allowed</source>
        <translation>PyTorch eager와의 출력 차이 {0}, 허용 {1}</translation>
    </message>
    <message>
        <source>answers agree with PyTorch eager&apos;s within {0}</source>
        <translation>출력이 PyTorch eager와 {0} 안에서 일치</translation>
    </message>
    <message>
        <source>before the first run: {0}</source>
        <translation>첫 실행 전: {0}</translation>
    </message>
    <message>
        <source>first run {0} ms, not in the median</source>
        <translation>첫 실행 {0} ms, 중앙값에 넣지 않음</translation>
    </message>
    <message>
        <source>measured once all is quiet</source>
        <translation>조용해지면 측정합니다</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>As shown</source>
        <translation>보이는 대로</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Resolution in dots per inch</source>
        <translation>해상도(dpi)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>투명한 바탕</translation>
    </message>
</context>
<context>
    <name>ScopeSwitch</name>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Knobs act on all of these at once: {0}</source>
        <translation>노브가 이 모두에 한꺼번에 작용합니다: {0}</translation>
    </message>
    <message>
        <source>Knobs act on the whole network.</source>
        <translation>노브가 네트워크 전체에 작용합니다.</translation>
    </message>
    <message>
        <source>Knobs act on this block only.</source>
        <translation>노브가 이 블록에만 작용합니다.</translation>
    </message>
    <message>
        <source>Knobs act on this stage only.</source>
        <translation>노브가 이 스테이지에만 작용합니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Select a block in the graph to set its knobs apart.</source>
        <translation>블록의 노브를 따로 정하려면 그래프에서 블록을 선택하십시오.</translation>
    </message>
    <message>
        <source>Select a stage in the graph to set its knobs apart.</source>
        <translation>스테이지의 노브를 따로 정하려면 그래프에서 스테이지를 선택하십시오.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>스테이지</translation>
    </message>
    <message>
        <source>What the knobs act on</source>
        <translation>노브가 작용하는 범위</translation>
    </message>
</context>
<context>
    <name>SharesChart</name>
    <message>
        <source>A click marks them in the graph.</source>
        <translation>누르면 그래프에서 표시합니다.</translation>
    </message>
    <message>
        <source>Cost by kind of operation</source>
        <translation>연산 종류별 비용</translation>
    </message>
    <message>
        <source>Counts the weights of convolutions and FC layers alone, as MobileNets&apos; Table 2 does.</source>
        <translation>MobileNets의 Table 2처럼 합성곱과 FC 층의 가중치만 셉니다.</translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation>레시피 {0}</translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation>엔진을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>This network has neither parameters nor multiply-accumulates.</source>
        <translation>이 네트워크에는 파라미터도 MACs도 없습니다.</translation>
    </message>
    <message>
        <source>Which operations cost? {0} and {1} by kind</source>
        <translation>어떤 연산에 비용이 드는가? 종류별 {0}, {1}</translation>
    </message>
    <message>
        <source>Without BatchNorm and bias</source>
        <translation>BatchNorm과 편향 제외</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{0}, {1} layers
{2} {3} · {4} %
{5} {6} · {7} %</source>
        <translation>{0}, 층 {1}개
{3} {2} · {4} %
{6} {5} · {7} %</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>No key does that. Ctrl+K finds actions that have none.</source>
        <translation>그런 키가 없습니다. 키가 없는 동작은 Ctrl+K로 찾습니다.</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>단축키 검색</translation>
    </message>
    <message>
        <source>Search: a key, or what it does</source>
        <translation>검색: 키 또는 하는 일</translation>
    </message>
</context>
<context>
    <name>SlotCell</name>
    <message>
        <source>{0}: nothing is set here.</source>
        <translation>{0}: 여기에는 설정한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>SpreadChart</name>
    <message>
        <source>How steady is it? runs by ms</source>
        <translation>얼마나 안정적인가? ms별 실행 수</translation>
    </message>
    <message>
        <source>No measurement of this recipe yet. Press Measure (F9).</source>
        <translation>이 레시피의 측정이 아직 없습니다. 측정(F9)을 누르십시오.</translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation>레시피 {0}</translation>
    </message>
    <message>
        <source>median {0} ms</source>
        <translation>중앙값 {0} ms</translation>
    </message>
    <message>
        <source>median {0} ms, p10 {1}, p90 {2}, {3} runs</source>
        <translation>중앙값 {0} ms, p10 {1}, p90 {2}, 실행 {3}회</translation>
    </message>
    <message>
        <source>ms of one run</source>
        <translation>한 번 실행의 ms</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행 수</translation>
    </message>
    <message>
        <source>{0} slower runs lie beyond the right edge</source>
        <translation>더 느린 실행 {0}회는 오른쪽 끝 밖에 있음</translation>
    </message>
    <message>
        <source>{0} slower →</source>
        <translation>더 느린 {0}회 →</translation>
    </message>
    <message>
        <source>{0}–{1} ms
{2} of {3} runs</source>
        <translation>{0}–{1} ms
실행 {3}회 가운데 {2}회</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source> · batch {0}</source>
        <translation> · 배치 {0}</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>스레드 1개</translation>
    </message>
    <message>
        <source>Counting {0}: {1}</source>
        <translation>계수 규칙 {0}: {1}</translation>
    </message>
    <message>
        <source>engine is starting…</source>
        <translation>엔진 시작 중…</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>스레드 {0}개</translation>
    </message>
    <message>
        <source>○ GPU: none found</source>
        <translation>○ GPU: 없음</translation>
    </message>
</context>
<context>
    <name>StoryPart</name>
    <message>
        <source>{0} of {1} · ← → · R: as written · Esc: back</source>
        <translation>{0}/{1} · ← → · R: 적힌 그대로 · Esc: 뒤로</translation>
    </message>
</context>
<context>
    <name>SweepDialog</name>
    <message>
        <source>16 networks, four widths times four resolutions: eight in the paper (Tables 6, 7 and 9), all in the authors&apos; README.</source>
        <translation>네트워크 16개, 폭 네 가지 × 해상도 네 가지. 여덟은 논문(Table 6, 7, 9)에, 모두는 저자들의 README에 있음.</translation>
    </message>
    <message>
        <source>30 points, 22 of them published: α 1.3 and 1.4 at 224 px only.</source>
        <translation>점 30개, 그 가운데 22개가 발표됨: α 1.3과 1.4는 224 px에서만.</translation>
    </message>
    <message>
        <source>Accuracy of every point; the table prints one complexity for a whole row.</source>
        <translation>모든 점의 정확도. 표는 한 행에 복잡도 하나를 적음.</translation>
    </message>
    <message>
        <source>Accuracy, multiply-adds and parameters of every point.</source>
        <translation>모든 점의 정확도, 곱셈-누산, 파라미터.</translation>
    </message>
    <message>
        <source>Add an axis</source>
        <translation>축 추가</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>From a paper ▾</source>
        <translation>논문에서 ▾</translation>
    </message>
    <message>
        <source>Measure the latency of each</source>
        <translation>각각의 지연 시간 측정</translation>
    </message>
    <message>
        <source>MobileNetV1: resolution ρ</source>
        <translation>MobileNetV1: 해상도 ρ</translation>
    </message>
    <message>
        <source>MobileNetV1: width α</source>
        <translation>MobileNetV1: 폭 배수 α</translation>
    </message>
    <message>
        <source>MobileNetV1: α × ρ</source>
        <translation>MobileNetV1: α × ρ</translation>
    </message>
    <message>
        <source>MobileNetV2: α × ρ</source>
        <translation>MobileNetV2: α × ρ</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Networks of the sweep</source>
        <translation>스윕할 네트워크</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>새 스윕</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>프리셋 검색</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>ShuffleNet: groups × width</source>
        <translation>ShuffleNet: 그룹 수 × 폭</translation>
    </message>
    <message>
        <source>So many different points drawn at random; 0 takes all.</source>
        <translation>이만큼의 서로 다른 점을 무작위로 뽑습니다. 0이면 모두 씁니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Sweeps as papers print them, with the published accuracies</source>
        <translation>논문에 실린 스윕과 발표된 정확도</translation>
    </message>
    <message>
        <source>The same seed draws the same points.</source>
        <translation>같은 시드는 같은 점을 뽑습니다.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>about {0} s</source>
        <translation>약 {0} s</translation>
    </message>
    <message>
        <source>all points</source>
        <translation>모든 점</translation>
    </message>
    <message>
        <source>each measured on {0}, threads {1}, batch {2} (Latency tab), one at a time</source>
        <translation>{0}, 스레드 {1}, 배치 {2}(지연 시간 탭)에서 하나씩 측정</translation>
    </message>
    <message>
        <source>shared out among {0} workers that measure, whose figures are kept apart</source>
        <translation>측정을 맡는 워커 {0}개에 나눔. 값은 따로 둠</translation>
    </message>
    <message>
        <source>the time shows once the first are done</source>
        <translation>첫 점들이 끝나면 시간이 표시됨</translation>
    </message>
    <message>
        <source>{0} (open)</source>
        <translation>{0} (열려 있음)</translation>
    </message>
    <message>
        <source>{0} of {1} points, drawn at random</source>
        <translation>점 {1}개 가운데 무작위 {0}개</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>점 {0}개</translation>
    </message>
</context>
<context>
    <name>SweepPart</name>
    <message>
        <source>A sweep is unfinished: {0} of {1} points are done.</source>
        <translation>끝나지 않은 스윕이 있습니다: 점 {1}개 가운데 {0}개를 마쳤습니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 하기</translation>
    </message>
</context>
<context>
    <name>SweepTab</name>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>파레토 전선</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>열지도</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>스윕의 진행</translation>
    </message>
    <message>
        <source>Several machines measured: figures of one of them are shown at a time.</source>
        <translation>여러 기기가 측정했습니다. 한 번에 한 기기의 값을 보입니다.</translation>
    </message>
    <message>
        <source>Whose latencies are shown</source>
        <translation>어느 기기의 지연 시간을 볼지</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>기기: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be built</source>
        <translation>만들 수 없음 {0}</translation>
    </message>
    <message>
        <source>{0} fit the budget</source>
        <translation>예산에 듦 {0}</translation>
    </message>
</context>
<context>
    <name>SweepTools</name>
    <message>
        <source> (unfinished)</source>
        <translation> (끝나지 않음)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Earlier sweeps, and results of main.py sweep</source>
        <translation>이전 스윕과 main.py sweep의 결과</translation>
    </message>
    <message>
        <source>Ends it. What is finished stays among the kept sweeps.</source>
        <translation>끝냅니다. 마친 것은 보관한 스윕에 남습니다.</translation>
    </message>
    <message>
        <source>Filter the rows of the sweep</source>
        <translation>스윕의 행 필터</translation>
    </message>
    <message>
        <source>Filter: fits, front, α=0.5</source>
        <translation>필터: fits, front, α=0.5</translation>
    </message>
    <message>
        <source>Goes on where it was; nothing that is finished is done again.</source>
        <translation>멈춘 곳에서 이어 합니다. 마친 것은 다시 하지 않습니다.</translation>
    </message>
    <message>
        <source>Kept ▾</source>
        <translation>보관 ▾</translation>
    </message>
    <message>
        <source>New sweep…</source>
        <translation>새 스윕…</translation>
    </message>
    <message>
        <source>No sweep is kept yet</source>
        <translation>보관한 스윕이 없습니다</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open a result…</source>
        <translation>결과 열기…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Stops here; Resume goes on where it was, also after the program was ended.</source>
        <translation>여기서 멈춥니다. 이어서 하기는 프로그램을 끝낸 뒤에도 멈춘 곳에서 계속합니다.</translation>
    </message>
    <message>
        <source>The rows as CSV, Markdown, LaTeX or JSON</source>
        <translation>행을 CSV, Markdown, LaTeX, JSON으로</translation>
    </message>
    <message>
        <source>fits: within the budget; front: on the front (◆); refused: what cannot be built; else words of the row, such as alpha=0.5 or a paper&apos;s name. Several words hold together.</source>
        <translation>fits: 예산에 드는 것. front: 파레토 전선 위(◆). refused: 만들 수 없는 것. 그 밖에는 행의 낱말(예: alpha=0.5, 논문 이름). 여러 낱말은 모두 맞아야 합니다.</translation>
    </message>
    <message>
        <source>{0} older ones in {1}</source>
        <translation>{1}에 더 오래된 {0}개</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Rows of the sweep</source>
        <translation>스윕의 행</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>, logarithmic</source>
        <translation>, 로그 축</translation>
    </message>
    <message>
        <source>A click opens it; Undo brings the present recipe back.</source>
        <translation>누르면 엽니다. 실행 취소로 지금 레시피가 돌아옵니다.</translation>
    </message>
    <message>
        <source>Do MACs predict time here? median ms · M MACs</source>
        <translation>MACs로 시간을 예측할 수 있는가? 중앙값 ms · M MACs</translation>
    </message>
    <message>
        <source>Each measured recipe becomes a point. Change a knob and pause, or press Measure.</source>
        <translation>측정한 레시피마다 한 점이 됩니다. 노브를 바꾸고 잠시 기다리거나 ‘측정’을 누르십시오.</translation>
    </message>
    <message>
        <source>Logarithmic axes</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>Rings: measured earlier, from the store</source>
        <translation>고리: 이전에 측정한 것, 저장소에서</translation>
    </message>
    <message>
        <source>Time? median ms · M MACs</source>
        <translation>시간? 중앙값 ms · M MACs</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>median ms, bar from p10 to p90</source>
        <translation>중앙값 ms, 막대는 p10~p90</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>{0}
{1} MACs
median {2} ms, p10 {3}, p90 {4}, n {5}</source>
        <translation>{0}
MACs {1}
중앙값 {2} ms, p10 {3}, p90 {4}, n {5}</translation>
    </message>
</context>
<context>
    <name>TimePart</name>
    <message>
        <source>Click to end it (Shift+F9).</source>
        <translation>누르면 끝냅니다(Shift+F9).</translation>
    </message>
    <message>
        <source>Something else needs the processors.</source>
        <translation>다른 작업에 프로세서가 필요합니다.</translation>
    </message>
    <message>
        <source>This recipe&apos;s layers were not measured under these conditions. Click to measure them (Ctrl+F9).</source>
        <translation>이 레시피의 층을 이 조건에서 측정하지 않았습니다. 누르면 측정합니다(Ctrl+F9).</translation>
    </message>
    <message>
        <source>layers: measured once all is quiet</source>
        <translation>층: 조용해지면 측정</translation>
    </message>
    <message>
        <source>layers: measured once you pause</source>
        <translation>층: 잠시 멈추면 측정</translation>
    </message>
    <message>
        <source>measuring layers…</source>
        <translation>층을 측정하는 중…</translation>
    </message>
    <message>
        <source>measuring layers… {0} %</source>
        <translation>층을 측정하는 중… {0} %</translation>
    </message>
    <message>
        <source>not measured — Measure layers ▶</source>
        <translation>측정하지 않음 — 층별 측정 ▶</translation>
    </message>
    <message>
        <source>not measured — again ▶</source>
        <translation>측정하지 않음 — 다시 ▶</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source> · edited</source>
        <translation> · 변경됨</translation>
    </message>
    <message>
        <source>Architecture Explorer</source>
        <translation>Architecture Explorer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Find anything  Ctrl+K</source>
        <translation>무엇이든 찾기  Ctrl+K</translation>
    </message>
    <message>
        <source>Measure ▶</source>
        <translation>측정 ▶</translation>
    </message>
    <message>
        <source>Menu (Alt+M)</source>
        <translation>메뉴(Alt+M)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>핀</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>프레젠테이션</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>스윕…</translation>
    </message>
    <message>
        <source>The open preset; the menu has its sister variants</source>
        <translation>열린 프리셋. 메뉴에 같은 계열의 변형이 있습니다</translation>
    </message>
</context>
<context>
    <name>TotalsModel</name>
    <message>
        <source>shown</source>
        <translation>표시한 것</translation>
    </message>
    <message>
        <source>total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>total, and {0} between</source>
        <translation>합계, 층 사이 {0}</translation>
    </message>
    <message>
        <source>{0}, {1} layers</source>
        <translation>{0}, 층 {1}개</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>All learnable tensors, BatchNorm&apos;s γ and β included; running statistics not.</source>
        <translation>학습되는 모든 텐서. BatchNorm의 γ와 β는 넣고 이동 통계는 뺍니다.</translation>
    </message>
    <message>
        <source>CPU latency</source>
        <translation>CPU 지연 시간</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Ends this measurement (Shift+F9).</source>
        <translation>이 측정을 끝냅니다(Shift+F9).</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Median of single runs on this machine; p10–p90 beside it.</source>
        <translation>이 기기에서 한 번씩 실행한 시간의 중앙값. 옆에 p10–p90.</translation>
    </message>
    <message>
        <source>Multiply-accumulates for one image, under the rule named below.</source>
        <translation>영상 한 장의 곱셈-누산 수. 규칙은 아래에 있습니다.</translation>
    </message>
    <message>
        <source>Not counted:</source>
        <translation>세지 않음:</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>There is no {0} here; devices: {1}.</source>
        <translation>여기에는 {0} 장치가 없습니다. 장치: {1}.</translation>
    </message>
    <message>
        <source>Totals, against the preset</source>
        <translation>합계, 프리셋과 비교</translation>
    </message>
    <message>
        <source>incomplete: 1 operation not counted</source>
        <translation>불완전: 세지 않은 연산 1개</translation>
    </message>
    <message>
        <source>incomplete: {0} operations not counted</source>
        <translation>불완전: 세지 않은 연산 {0}개</translation>
    </message>
    <message>
        <source>measured after the export</source>
        <translation>내보낸 뒤에 측정</translation>
    </message>
    <message>
        <source>measured once you pause</source>
        <translation>잠시 멈추면 측정</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>not measured; press Measure (F9)</source>
        <translation>측정하지 않음. 측정(F9)을 누르십시오</translation>
    </message>
    <message>
        <source>{0} latency</source>
        <translation>{0} 지연 시간</translation>
    </message>
    <message>
        <source>{0}: {1}, for one image.</source>
        <translation>{0}: {1}, 영상 한 장.</translation>
    </message>
</context>
<context>
    <name>TurnsChart</name>
    <message>
        <source>Choose two networks and press Measure, or take a ready comparison.</source>
        <translation>네트워크 둘을 골라 측정을 누르거나, 준비된 비교를 고르십시오.</translation>
    </message>
    <message>
        <source>Does the time follow the MACs? median ms</source>
        <translation>시간이 MACs를 따라가는가? 중앙값 ms</translation>
    </message>
    <message>
        <source>Does the time follow the MACs? median ms over {0}</source>
        <translation>시간이 MACs를 따라가는가? {0}에 대한 중앙값 ms</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>로그 축</translation>
    </message>
    <message>
        <source>Time and MACs</source>
        <translation>시간과 MACs</translation>
    </message>
    <message>
        <source>if time followed the MACs</source>
        <translation>시간이 MACs를 따라간다면</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>measured, 95 % interval</source>
        <translation>측정, 95 % 구간</translation>
    </message>
    <message>
        <source>median {0} ({1} to {2} ms)</source>
        <translation>중앙값 {0} ms({1}~{2} ms)</translation>
    </message>
    <message>
        <source>ms of one run, interval of the median</source>
        <translation>한 번 실행의 ms, 중앙값의 구간</translation>
    </message>
    <message>
        <source>ms over {0}</source>
        <translation>{0}에 대한 ms</translation>
    </message>
    <message>
        <source>what the others are compared with</source>
        <translation>나머지를 비교하는 기준</translation>
    </message>
    <message>
        <source>{0} MACs, {1} if time followed them</source>
        <translation>MACs {0}, 시간이 MACs를 따라간다면 {1}</translation>
    </message>
    <message>
        <source>{0} ms a million MACs</source>
        <translation>MACs 백만당 {0} ms</translation>
    </message>
    <message>
        <source>{0} times as long ({1}), {2}</source>
        <translation>{0}배({1}), {2}</translation>
    </message>
    <message>
        <source>{0} → {1}, {2} elements read and written</source>
        <translation>{0} → {1}, 읽고 쓴 원소 {2}</translation>
    </message>
    <message>
        <source>{0}: {1} if time followed the MACs</source>
        <translation>{0}: 시간이 MACs를 따라간다면 {1}</translation>
    </message>
</context>
<context>
    <name>TurnsFiles</name>
    <message>
        <source>Delete this comparison</source>
        <translation>이 비교 삭제</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Time by kind of operation</source>
        <translation>연산 종류별 시간</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>What its networks took stays in the history.</source>
        <translation>네트워크마다 걸린 시간은 이력에 남습니다.</translation>
    </message>
    <message>
        <source>{0}: copy</source>
        <translation>{0}: 복사</translation>
    </message>
    <message>
        <source>{0}: copy as {1}</source>
        <translation>{0}: {1} 형식으로 복사</translation>
    </message>
    <message>
        <source>{0}: save as CSV, Markdown, LaTeX…</source>
        <translation>{0}: CSV, Markdown, LaTeX로 저장…</translation>
    </message>
</context>
<context>
    <name>TurnsPart</name>
    <message>
        <source>This is the preset itself, and nothing is pinned: there is nothing to compare.</source>
        <translation>프리셋 그대로이고 핀도 없어 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{0} has no knob {1}.</source>
        <translation>{0}: 노브 {1} 없음.</translation>
    </message>
</context>
<context>
    <name>TurnsTab</name>
    <message>
        <source>Copy, save</source>
        <translation>복사, 저장</translation>
    </message>
    <message>
        <source>Made from this recipe: what do groups and shuffles cost?</source>
        <translation>이 레시피로 만든 것: 그룹과 셔플의 비용은?</translation>
    </message>
    <message>
        <source>Measure in turn ▶</source>
        <translation>번갈아 측정 ▶</translation>
    </message>
    <message>
        <source>Ready comparisons…</source>
        <translation>준비된 비교…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The tables as CSV, Markdown or LaTeX, with conditions and method</source>
        <translation>조건과 방법을 붙인 표(CSV, Markdown, LaTeX)</translation>
    </message>
    <message>
        <source>Time and MACs</source>
        <translation>시간과 MACs</translation>
    </message>
    <message>
        <source>Two networks run in turn, so that whatever the machine does befalls both. Pin others (Ctrl+P) to choose them here. A single layer is measured from the menu of its box in the graph.</source>
        <translation>두 네트워크를 번갈아 실행하므로 기기에 생기는 일이 양쪽에 똑같이 미칩니다. 다른 것은 핀(Ctrl+P)으로 두면 여기서 고를 수 있습니다. 층 하나는 그래프에서 상자의 메뉴로 측정합니다.</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>쓰이는 곳</translation>
    </message>
    <message>
        <source>against</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>measured once all is quiet</source>
        <translation>조용해지면 측정합니다</translation>
    </message>
    <message>
        <source>measuring in turn…</source>
        <translation>번갈아 측정하는 중…</translation>
    </message>
    <message>
        <source>result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>{0} (baseline)</source>
        <translation>{0} (기준)</translation>
    </message>
    <message>
        <source>{0} as printed</source>
        <translation>{0}, 논문 그대로</translation>
    </message>
</context>
<context>
    <name>TweakChart</name>
    <message>
        <source>A click opens it; Undo brings the present recipe back.</source>
        <translation>누르면 엽니다. 실행 취소로 지금 레시피가 돌아옵니다.</translation>
    </message>
    <message>
        <source>Each change? median ms</source>
        <translation>변경마다? 중앙값 ms</translation>
    </message>
    <message>
        <source>Each measurement of this session becomes a point, in order. Change a knob and pause.</source>
        <translation>이 세션의 측정마다 순서대로 한 점이 됩니다. 노브를 바꾸고 잠시 기다리십시오.</translation>
    </message>
    <message>
        <source>What did each change do? median ms, in order of measuring</source>
        <translation>변경마다 무엇이 달라졌나? 중앙값 ms, 측정 순서</translation>
    </message>
    <message>
        <source>measurement of this session</source>
        <translation>이 세션의 측정</translation>
    </message>
    <message>
        <source>median ms, bar from p10 to p90</source>
        <translation>중앙값 ms, 막대는 p10~p90</translation>
    </message>
    <message>
        <source>{0}
{1}
median {2} ms, p10 {3}, p90 {4}, n {5}</source>
        <translation>{0}
{1}
중앙값 {2} ms, p10 {3}, p90 {4}, n {5}</translation>
    </message>
    <message>
        <source>{0} % against the one before</source>
        <translation>바로 앞에 비해 {0} %</translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>% on</source>
        <translation>%, 데이터</translation>
    </message>
    <message>
        <source>; nothing of the file is left over</source>
        <translation>. 파일에 남는 것이 없습니다</translation>
    </message>
    <message>
        <source>; the branches were fused after loading</source>
        <translation>. 불러온 뒤 분기를 융합했습니다</translation>
    </message>
    <message>
        <source>An accuracy belongs to the network that was trained: here a part of the weights is random.</source>
        <translation>정확도는 학습한 네트워크의 것입니다. 여기서는 가중치의 일부가 무작위입니다.</translation>
    </message>
    <message>
        <source>Back to weights drawn from the seed; one step, can be undone.</source>
        <translation>시드에서 뽑은 가중치로 돌아갑니다. 한 단계이며 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 집합</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>맞는 것</translation>
    </message>
    <message>
        <source>In the file, not used: {0}</source>
        <translation>파일에 있으나 쓰지 않음: {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Load another…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Own accuracy: top-1</source>
        <translation>사용자 정확도: top-1</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>무작위 가중치</translation>
    </message>
    <message>
        <source>Random, seed {0}: {1}</source>
        <translation>무작위, 시드 {0}: {1}</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>텐서</translation>
    </message>
    <message>
        <source>Tensors that are random or left over</source>
        <translation>무작위이거나 남는 텐서</translation>
    </message>
    <message>
        <source>Top-1 in per cent</source>
        <translation>Top-1(퍼센트)</translation>
    </message>
    <message>
        <source>Trained from</source>
        <translation>학습한 레시피</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What you measured; it is shown as own beside this very recipe and beside no other.</source>
        <translation>직접 측정한 값. 이 레시피에만 ‘사용자’ 값으로 표시합니다.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source>another recipe ({0})</source>
        <translation>다른 레시피({0})</translation>
    </message>
    <message>
        <source>no accuracy</source>
        <translation>정확도 없음</translation>
    </message>
    <message>
        <source>nothing here takes it</source>
        <translation>여기에 쓰이는 곳이 없음</translation>
    </message>
    <message>
        <source>own accuracy</source>
        <translation>사용자 정확도</translation>
    </message>
    <message>
        <source>this program&apos;s</source>
        <translation>이 프로그램</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>{0} of {1} tensors of this network</source>
        <translation>이 네트워크의 텐서 {1}개 가운데 {0}개</translation>
    </message>
</context>
<context>
    <name>WeightsRow</name>
    <message>
        <source>A file is being read.</source>
        <translation>파일을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>세부…</translation>
    </message>
    <message>
        <source>Loads weights from a file (Ctrl+L).</source>
        <translation>파일에서 가중치를 불러옵니다(Ctrl+L).</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>불러오기…</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation>가중치: {0}</translation>
    </message>
    <message>
        <source>What of the file fits, what is random, and its accuracy.</source>
        <translation>파일에서 맞는 것, 무작위인 것, 그 정확도.</translation>
    </message>
</context>
<context>
    <name>WhereForm</name>
    <message>
        <source>A scheduler&apos;s workers</source>
        <translation>스케줄러의 워커</translation>
    </message>
    <message>
        <source>A sweep is running; it has to end first.</source>
        <translation>스윕이 진행 중입니다. 먼저 끝나야 합니다.</translation>
    </message>
    <message>
        <source>Address of the scheduler</source>
        <translation>스케줄러의 주소</translation>
    </message>
    <message>
        <source>Asking the scheduler…</source>
        <translation>스케줄러에 묻는 중…</translation>
    </message>
    <message>
        <source>Asks the scheduler for its workers (Enter)</source>
        <translation>스케줄러에 워커를 묻습니다(Enter)</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>인증 기관</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Choose the file: {0}</source>
        <translation>파일 고르기: {0}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Plain TCP all the same: nobody else is on that network</source>
        <translation>그래도 암호화하지 않은 TCP: 그 네트워크에 다른 사람이 없음</translation>
    </message>
    <message>
        <source>The scheduler has no workers yet; docs/cluster.md says how to start some.</source>
        <translation>스케줄러에 아직 워커가 없습니다. 시작하는 방법은 docs/cluster.md에 있습니다.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>이 기기</translation>
    </message>
    <message>
        <source>Where the sweep runs</source>
        <translation>스윕을 실행할 곳</translation>
    </message>
    <message>
        <source>docs/cluster.md says how to start a scheduler and workers in three commands.</source>
        <translation>스케줄러와 워커를 명령 세 개로 시작하는 방법은 docs/cluster.md에 있습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} workers chosen, {2} of them measure</source>
        <translation>워커 {1}개 가운데 {0}개 선택, 그 가운데 측정 {2}개</translation>
    </message>
</context>
<context>
    <name>WorkPart</name>
    <message>
        <source>Its last step can be undone.</source>
        <translation>마지막 단계를 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Its last {0} steps can be undone.</source>
        <translation>마지막 {0}단계를 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Its steps cannot be undone any more.</source>
        <translation>단계는 더 이상 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>The program ended without being closed. Your edited {0} is back, unsaved.</source>
        <translation>프로그램이 닫히지 않고 끝났습니다. 편집한 레시피({0})를 저장하지 않은 상태로 되살렸습니다.</translation>
    </message>
    <message>
        <source>Your edited {0} is back, unsaved.</source>
        <translation>편집한 레시피({0})를 저장하지 않은 상태로 되살렸습니다.</translation>
    </message>
</context>
<context>
    <name>WorkerList</name>
    <message>
        <source>Only workers with the tag {0}</source>
        <translation>태그가 {0}인 워커만</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Workers of the scheduler</source>
        <translation>스케줄러의 워커</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>측정함</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>worker</source>
        <translation>워커</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>스레드 {0}개</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>A prepared story in large type, its figures computed as it is told; then your work is back.</source>
        <translation>준비된 스토리를 큰 글자로 보여 주며, 값은 그 자리에서 계산합니다. 끝나면 하던 작업으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>About Architecture Explorer</source>
        <translation>Architecture Explorer 정보</translation>
    </message>
    <message>
        <source>Back in the code</source>
        <translation>코드에서 뒤로</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>프리셋으로 되돌리기</translation>
    </message>
    <message>
        <source>Back to the window as it was.</source>
        <translation>창을 원래대로 되돌립니다.</translation>
    </message>
    <message>
        <source>Bundle for another machine…</source>
        <translation>다른 기기용 번들…</translation>
    </message>
    <message>
        <source>Charts and tables</source>
        <translation>차트와 표</translation>
    </message>
    <message>
        <source>Close all of the selection</source>
        <translation>선택한 것 모두 접기</translation>
    </message>
    <message>
        <source>Closer, farther, all of it.</source>
        <translation>확대, 축소, 전체 보기.</translation>
    </message>
    <message>
        <source>Closes every stage.</source>
        <translation>모든 스테이지를 접습니다.</translation>
    </message>
    <message>
        <source>Closes the list, then the search.</source>
        <translation>목록을 닫고, 다음으로 검색을 닫습니다.</translation>
    </message>
    <message>
        <source>Closes the selected box and every box in it.</source>
        <translation>선택한 상자와 그 안의 상자를 모두 접습니다.</translation>
    </message>
    <message>
        <source>Closes the window; asks first where something is unsaved.</source>
        <translation>창을 닫습니다. 저장하지 않은 것이 있으면 먼저 묻습니다.</translation>
    </message>
    <message>
        <source>Code beside the graph</source>
        <translation>그래프 옆에 코드 표시</translation>
    </message>
    <message>
        <source>Colour by MACs</source>
        <translation>MACs로 색칠</translation>
    </message>
    <message>
        <source>Colour by activation memory</source>
        <translation>활성값 메모리로 색칠</translation>
    </message>
    <message>
        <source>Colour by kind</source>
        <translation>종류로 색칠</translation>
    </message>
    <message>
        <source>Colour by measured time</source>
        <translation>측정한 시간으로 색칠</translation>
    </message>
    <message>
        <source>Colour by memory access</source>
        <translation>메모리 접근량으로 색칠</translation>
    </message>
    <message>
        <source>Colour by parameters</source>
        <translation>파라미터로 색칠</translation>
    </message>
    <message>
        <source>Compare g at fixed MACs ▶</source>
        <translation>g 비교(MACs 고정) ▶</translation>
    </message>
    <message>
        <source>Compare g at fixed channels ▶</source>
        <translation>g 비교(채널 고정) ▶</translation>
    </message>
    <message>
        <source>Compare pins</source>
        <translation>핀 비교</translation>
    </message>
    <message>
        <source>Compare shuffle on and off ▶</source>
        <translation>셔플 유무 비교 ▶</translation>
    </message>
    <message>
        <source>Copies the marked layers, or all; the menu has Markdown and LaTeX.</source>
        <translation>표시한 층 또는 전체를 복사합니다. 메뉴에 Markdown과 LaTeX가 있습니다.</translation>
    </message>
    <message>
        <source>Copies the marked rows, or all; the menu has Markdown and LaTeX.</source>
        <translation>표시한 행 또는 전체를 복사합니다. 메뉴에 Markdown과 LaTeX가 있습니다.</translation>
    </message>
    <message>
        <source>Copies the rows that are shown.</source>
        <translation>보이는 행을 복사합니다.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Cost, accuracy, time or shares as the chart; none.</source>
        <translation>차트로 비용, 정확도, 시간, 비중을 고릅니다. 없앨 수도 있습니다.</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+휠</translation>
    </message>
    <message>
        <source>Cumulative line, largest first, logarithmic axis, parameters, weights alone.</source>
        <translation>누적선, 큰 순서, 로그 축, 파라미터, 가중치만.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Dark text on light panels.</source>
        <translation>밝은 바탕에 어두운 글자.</translation>
    </message>
    <message>
        <source>Deletes the marked measurements; takes that back.</source>
        <translation>표시한 측정을 삭제합니다. 삭제를 되돌립니다.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>데모</translation>
    </message>
    <message>
        <source>Dim the others</source>
        <translation>나머지 흐리게</translation>
    </message>
    <message>
        <source>Down to blocks</source>
        <translation>블록까지 펼치기</translation>
    </message>
    <message>
        <source>Down to layers</source>
        <translation>층까지 펼치기</translation>
    </message>
    <message>
        <source>Down to stages</source>
        <translation>스테이지까지 접기</translation>
    </message>
    <message>
        <source>Draws faintly what is not found.</source>
        <translation>찾지 않은 것을 흐리게 그립니다.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Edits the cell, where it is a knob; ↑ ↓ step through what can be built.</source>
        <translation>노브인 칸을 편집합니다. ↑ ↓로 가능한 값을 차례로 고릅니다.</translation>
    </message>
    <message>
        <source>Ends the measurement that is running.</source>
        <translation>진행 중인 측정을 끝냅니다.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>English texts.</source>
        <translation>영어로 표시합니다.</translation>
    </message>
    <message>
        <source>Enter, click</source>
        <translation>Enter, 클릭</translation>
    </message>
    <message>
        <source>Every action, preset and knob by typing: undo, open resnet50, alpha 0.5.</source>
        <translation>모든 동작, 프리셋, 노브를 입력으로: undo, open resnet50, alpha 0.5.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Figures in the boxes</source>
        <translation>상자 안의 값</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>무엇이든 찾기…</translation>
    </message>
    <message>
        <source>Find in the graph…</source>
        <translation>그래프에서 찾기…</translation>
    </message>
    <message>
        <source>Finds layers by name, type, attribute or expression: dw, 1×1, stride=2, macs&gt;5%.</source>
        <translation>이름, 유형, 속성 또는 식으로 층을 찾습니다: dw, 1×1, stride=2, macs&gt;5%.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Fits the network into the view.</source>
        <translation>네트워크를 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>Fits the selected box into the view.</source>
        <translation>선택한 상자를 화면에 맞춥니다.</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>모두 접기</translation>
    </message>
    <message>
        <source>Fold to ×N</source>
        <translation>×N으로 접기</translation>
    </message>
    <message>
        <source>Folders with architectures of your own: add, reload, see what failed.</source>
        <translation>사용자 아키텍처 폴더: 추가하고, 다시 읽고, 실패한 것을 봅니다.</translation>
    </message>
    <message>
        <source>Folds equal blocks in a row to ×N everywhere.</source>
        <translation>이어지는 같은 블록을 모두 ×N으로 접습니다.</translation>
    </message>
    <message>
        <source>Follows the language of the desktop: Korean, or else English.</source>
        <translation>데스크톱의 언어를 따릅니다. 한국어가 아니면 영어입니다.</translation>
    </message>
    <message>
        <source>Follows the light or dark scheme of the desktop.</source>
        <translation>데스크톱의 밝은 또는 어두운 배색을 따릅니다.</translation>
    </message>
    <message>
        <source>From bar to bar or point to point; opens the point, marks the kind.</source>
        <translation>막대나 점 사이를 옮겨 다닙니다. 점을 열거나 종류를 표시합니다.</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>왼쪽에서 오른쪽으로</translation>
    </message>
    <message>
        <source>From point to point; opens the recipe, Undo leads back.</source>
        <translation>점 사이를 옮겨 다닙니다. 레시피를 열며, 실행 취소로 돌아옵니다.</translation>
    </message>
    <message>
        <source>From the search field into the list.</source>
        <translation>검색란에서 목록으로 갑니다.</translation>
    </message>
    <message>
        <source>Goes back to where a name was followed from.</source>
        <translation>이름을 따라오기 전의 자리로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Goes to the layer found before.</source>
        <translation>찾은 이전 층으로 갑니다.</translation>
    </message>
    <message>
        <source>Goes to the next layer found.</source>
        <translation>찾은 다음 층으로 갑니다.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Graph, totals and one chart in large type, nothing else; Esc leads back.</source>
        <translation>그래프, 합계, 차트 하나만 큰 글자로 보입니다. Esc로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Hides boxes that hold nothing that is found; what is left stays where it is.</source>
        <translation>찾은 것이 없는 상자를 숨깁니다. 남은 것은 제자리에 있습니다.</translation>
    </message>
    <message>
        <source>High contrast, large words in charts; all larger from the next start, if there is room.</source>
        <translation>높은 대비, 차트의 큰 글자. 자리가 있으면 다음 시작부터 모두 커집니다.</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>차트에서</translation>
    </message>
    <message>
        <source>In a presentation</source>
        <translation>프레젠테이션에서</translation>
    </message>
    <message>
        <source>In a story: the next step, the one before; so do → ←.</source>
        <translation>스토리에서: 다음 단계, 이전 단계. → ←도 같습니다.</translation>
    </message>
    <message>
        <source>In a story: this step as it was written.</source>
        <translation>스토리에서: 이 단계를 적힌 그대로.</translation>
    </message>
    <message>
        <source>In charts of measurements</source>
        <translation>측정 차트에서</translation>
    </message>
    <message>
        <source>In the code</source>
        <translation>코드에서</translation>
    </message>
    <message>
        <source>In the comparison</source>
        <translation>비교에서</translation>
    </message>
    <message>
        <source>In the graph</source>
        <translation>그래프에서</translation>
    </message>
    <message>
        <source>In the history</source>
        <translation>이력에서</translation>
    </message>
    <message>
        <source>In the layer table</source>
        <translation>층 표에서</translation>
    </message>
    <message>
        <source>In the paper&apos;s table</source>
        <translation>논문 표에서</translation>
    </message>
    <message>
        <source>In the search</source>
        <translation>검색에서</translation>
    </message>
    <message>
        <source>In the sweep</source>
        <translation>스윕에서</translation>
    </message>
    <message>
        <source>Into its filter; there Esc empties it, ↓ leads back.</source>
        <translation>표의 필터로 갑니다. 필터에서 Esc는 비우고, ↓는 표로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Into the list of matches; Enter goes to one.</source>
        <translation>찾은 목록으로 갑니다. Enter로 하나를 찾아갑니다.</translation>
    </message>
    <message>
        <source>Its data as a table; its menu.</source>
        <translation>데이터를 표로 보기, 메뉴.</translation>
    </message>
    <message>
        <source>Join times from elsewhere…</source>
        <translation>다른 기기의 시간 합치기…</translation>
    </message>
    <message>
        <source>Keeps saved recipes for comparison without opening them.</source>
        <translation>저장한 레시피를 열지 않고 비교 목록에 둡니다.</translation>
    </message>
    <message>
        <source>Keeps this recipe beside others for comparison.</source>
        <translation>이 레시피를 다른 것과 비교하도록 목록에 둡니다.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>노브</translation>
    </message>
    <message>
        <source>Korean texts.</source>
        <translation>한국어로 표시합니다.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Larger or smaller, around the pointer.</source>
        <translation>포인터를 중심으로 확대하거나 축소합니다.</translation>
    </message>
    <message>
        <source>Lets the graph flow from left to right instead of downwards.</source>
        <translation>그래프를 아래 대신 왼쪽에서 오른쪽으로 흐르게 합니다.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Library and knobs</source>
        <translation>라이브러리와 노브</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Light text on dark panels.</source>
        <translation>어두운 바탕에 밝은 글자.</translation>
    </message>
    <message>
        <source>Lists what the keys do.</source>
        <translation>단축키를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Load weights…</source>
        <translation>가중치 불러오기…</translation>
    </message>
    <message>
        <source>Makes it the baseline.</source>
        <translation>기준으로 삼습니다.</translation>
    </message>
    <message>
        <source>Makes the step again that was taken back.</source>
        <translation>취소한 단계를 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Measure after each change</source>
        <translation>변경할 때마다 측정</translation>
    </message>
    <message>
        <source>Measure against the baseline ▶</source>
        <translation>기준과 번갈아 측정 ▶</translation>
    </message>
    <message>
        <source>Measure layers ▶</source>
        <translation>층별 측정 ▶</translation>
    </message>
    <message>
        <source>Measure pins</source>
        <translation>핀 측정</translation>
    </message>
    <message>
        <source>Measure runtimes side by side ▶</source>
        <translation>런타임 나란히 측정 ▶</translation>
    </message>
    <message>
        <source>Measure stored ones anew</source>
        <translation>저장된 것도 다시 측정</translation>
    </message>
    <message>
        <source>Measure this machine&apos;s peaks ▶</source>
        <translation>이 기기의 최대 성능 측정 ▶</translation>
    </message>
    <message>
        <source>Measure ▶</source>
        <translation>측정 ▶</translation>
    </message>
    <message>
        <source>Measured before</source>
        <translation>이전 측정</translation>
    </message>
    <message>
        <source>Measured in turn</source>
        <translation>번갈아 측정</translation>
    </message>
    <message>
        <source>Measures a recipe after a change even where its figure is stored.</source>
        <translation>저장된 값이 있어도 변경 뒤에 레시피를 다시 측정합니다.</translation>
    </message>
    <message>
        <source>Measures again once a change has settled.</source>
        <translation>변경이 끝나면 다시 측정합니다.</translation>
    </message>
    <message>
        <source>Measures peak MAC/s and memory bandwidth, for the roofline.</source>
        <translation>루프라인에 쓰는 최대 MAC/s와 메모리 대역폭을 측정합니다.</translation>
    </message>
    <message>
        <source>Measures the latency of this recipe now.</source>
        <translation>이 레시피의 지연 시간을 지금 측정합니다.</translation>
    </message>
    <message>
        <source>Measures the pins that have no latency, one after another.</source>
        <translation>지연 시간이 없는 핀을 차례로 측정합니다.</translation>
    </message>
    <message>
        <source>Measures the time of every layer, and of what lies between them.</source>
        <translation>각 층의 시간과 층 사이의 시간을 측정합니다.</translation>
    </message>
    <message>
        <source>Measures this recipe and the baseline (the preset where none is pinned) in turn: the ratio with its interval.</source>
        <translation>이 레시피와 기준(핀이 없으면 프리셋)을 번갈아 측정합니다. 비율과 그 구간을 봅니다.</translation>
    </message>
    <message>
        <source>Measures this recipe in every runtime that is here, one after another, answers checked first.</source>
        <translation>여기 있는 모든 런타임에서 이 레시피를 차례로 측정합니다. 출력을 먼저 확인합니다.</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>미니맵</translation>
    </message>
    <message>
        <source>Move the panels</source>
        <translation>패널 옮기기</translation>
    </message>
    <message>
        <source>Moves the pin.</source>
        <translation>핀을 옮깁니다.</translation>
    </message>
    <message>
        <source>Moves the view.</source>
        <translation>화면을 옮깁니다.</translation>
    </message>
    <message>
        <source>Moves the view; the middle button does the same.</source>
        <translation>화면을 옮깁니다. 가운데 버튼도 같습니다.</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>다음 결과</translation>
    </message>
    <message>
        <source>No box is selected.</source>
        <translation>선택한 상자가 없습니다.</translation>
    </message>
    <message>
        <source>No graph yet: the recipe is still being analysed.</source>
        <translation>아직 그래프가 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>No measurement is running.</source>
        <translation>진행 중인 측정이 없습니다.</translation>
    </message>
    <message>
        <source>No name was followed.</source>
        <translation>따라온 이름이 없습니다.</translation>
    </message>
    <message>
        <source>No network to load weights into yet: the recipe is still being analysed.</source>
        <translation>가중치를 넣을 네트워크가 아직 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>No selected box stands for several.</source>
        <translation>여러 블록을 나타내는 상자를 선택하지 않았습니다.</translation>
    </message>
    <message>
        <source>No selected box was unfolded.</source>
        <translation>펼친 상자를 선택하지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing is changed: this is the preset itself.</source>
        <translation>변경한 것이 없습니다. 프리셋 그대로입니다.</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>찾은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation>핀이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is set apart from the network here.</source>
        <translation>여기에는 네트워크와 다르게 설정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing to bundle yet: the recipe is still being analysed.</source>
        <translation>아직 번들로 만들 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to draw yet: the recipe is still being analysed.</source>
        <translation>아직 그릴 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to export yet: the recipe is still being analysed.</source>
        <translation>아직 내보낼 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to measure yet: the recipe is still being analysed.</source>
        <translation>아직 측정할 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to pin yet: the recipe is still being analysed.</source>
        <translation>아직 핀으로 둘 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>다시 실행할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing to search yet: the recipe is still being analysed.</source>
        <translation>아직 검색할 것이 없습니다. 레시피를 분석하는 중입니다.</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>취소할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Of several boxes, back to one; then what is around it.</source>
        <translation>여러 상자에서 하나로, 다음으로 그 바깥으로 갑니다.</translation>
    </message>
    <message>
        <source>One step away.</source>
        <translation>한 단계 축소합니다.</translation>
    </message>
    <message>
        <source>One step closer.</source>
        <translation>한 단계 확대합니다.</translation>
    </message>
    <message>
        <source>One step.</source>
        <translation>한 단계.</translation>
    </message>
    <message>
        <source>Open a story…</source>
        <translation>스토리 열기…</translation>
    </message>
    <message>
        <source>Open all of the selection</source>
        <translation>선택한 것 모두 펼치기</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>레시피 열기…</translation>
    </message>
    <message>
        <source>Opens a saved recipe; the present one stays one undo away.</source>
        <translation>저장한 레시피를 엽니다. 지금 레시피는 실행 취소로 되돌아옵니다.</translation>
    </message>
    <message>
        <source>Opens every stage; blocks stay closed.</source>
        <translation>모든 스테이지를 펼칩니다. 블록은 접힌 채로 둡니다.</translation>
    </message>
    <message>
        <source>Opens everything.</source>
        <translation>모두 펼칩니다.</translation>
    </message>
    <message>
        <source>Opens or folds the selected box.</source>
        <translation>선택한 상자를 펼치거나 접습니다.</translation>
    </message>
    <message>
        <source>Opens the best match of the search, or the preset with the focus.</source>
        <translation>검색에서 가장 알맞은 것, 또는 포커스가 있는 프리셋을 엽니다.</translation>
    </message>
    <message>
        <source>Opens the pin in the window; Undo leads back.</source>
        <translation>핀을 창에 엽니다. 실행 취소로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Opens the recipe that was measured; Undo leads back.</source>
        <translation>측정한 레시피를 엽니다. 실행 취소로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Opens the row or point in the window; Undo leads back.</source>
        <translation>행이나 점을 창에 엽니다. 실행 취소로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Opens the selected box and every box in it.</source>
        <translation>선택한 상자와 그 안의 상자를 모두 펼칩니다.</translation>
    </message>
    <message>
        <source>Own architectures…</source>
        <translation>사용자 아키텍처…</translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation>레시피 파일을 핀으로…</translation>
    </message>
    <message>
        <source>Pin this recipe</source>
        <translation>이 레시피를 핀으로</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>프레젠테이션</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>프로젝터</translation>
    </message>
    <message>
        <source>Puts a bar on each panel to drag it by, to float it or to close it.</source>
        <translation>패널마다 막대를 두어 끌어 옮기거나, 띄우거나, 닫습니다.</translation>
    </message>
    <message>
        <source>Puts every panel back where it was at first.</source>
        <translation>모든 패널을 처음 자리로 되돌립니다.</translation>
    </message>
    <message>
        <source>Puts the cursor into the search field.</source>
        <translation>검색란에 커서를 둡니다.</translation>
    </message>
    <message>
        <source>Puts the graph on the clipboard as it is set in Save picture.</source>
        <translation>그래프를 ‘그림 저장’의 설정대로 클립보드에 복사합니다.</translation>
    </message>
    <message>
        <source>Puts the value back that was there before typing.</source>
        <translation>입력하기 전의 값으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Reads what a bundle&apos;s script measured on another machine.</source>
        <translation>번들의 스크립트가 다른 기기에서 측정한 것을 읽습니다.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Renames the pin.</source>
        <translation>핀의 이름을 바꿉니다.</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>배치 초기화</translation>
    </message>
    <message>
        <source>Reset to network</source>
        <translation>네트워크 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save pins…</source>
        <translation>핀 저장…</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>레시피 저장</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>다른 이름으로 레시피 저장…</translation>
    </message>
    <message>
        <source>Saves it as SVG, PNG or CSV; copies picture and data.</source>
        <translation>SVG, PNG, CSV로 저장합니다. 그림과 데이터를 복사합니다.</translation>
    </message>
    <message>
        <source>Saves the pinned recipes as one file, for this window and main.py compare.</source>
        <translation>핀으로 둔 레시피를 한 파일로 저장합니다. 이 창과 main.py compare에서 씁니다.</translation>
    </message>
    <message>
        <source>Saves the recipe under a new name.</source>
        <translation>레시피를 새 이름으로 저장합니다.</translation>
    </message>
    <message>
        <source>Saves the recipe under its name.</source>
        <translation>레시피를 같은 이름으로 저장합니다.</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>라이브러리 검색</translation>
    </message>
    <message>
        <source>Select all blocks</source>
        <translation>모든 블록 선택</translation>
    </message>
    <message>
        <source>Selects every block that is shown; where none lies open, every stage.</source>
        <translation>보이는 블록을 모두 선택합니다. 펼친 것이 없으면 스테이지를 모두 선택합니다.</translation>
    </message>
    <message>
        <source>Selects further boxes; so does Shift+click, and Ctrl+click one by one.</source>
        <translation>상자를 더 선택합니다. Shift+클릭도 같고, Ctrl+클릭은 하나씩 고릅니다.</translation>
    </message>
    <message>
        <source>Selects the boxes that a band touches; with Ctrl beside those selected.</source>
        <translation>띠에 닿는 상자를 선택합니다. Ctrl을 누르면 이미 선택한 것에 더합니다.</translation>
    </message>
    <message>
        <source>Selects what the line makes; on a name, goes to its definition.</source>
        <translation>그 줄이 만드는 것을 선택합니다. 이름에서는 정의로 갑니다.</translation>
    </message>
    <message>
        <source>Sets up a grid or a random sample over knobs and presets, analysed or measured.</source>
        <translation>노브와 프리셋의 격자 또는 무작위 표본을 정합니다. 분석하거나 측정합니다.</translation>
    </message>
    <message>
        <source>Shapes at the arrows</source>
        <translation>화살표의 모양</translation>
    </message>
    <message>
        <source>Shift+drag</source>
        <translation>Shift+끌기</translation>
    </message>
    <message>
        <source>Show only what is found</source>
        <translation>찾은 것만 보기</translation>
    </message>
    <message>
        <source>Show the sweep</source>
        <translation>스윕 보기</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>전체 네트워크 보기</translation>
    </message>
    <message>
        <source>Shows equal blocks in a row as one box again.</source>
        <translation>이어지는 같은 블록을 다시 한 상자로 보입니다.</translation>
    </message>
    <message>
        <source>Shows equal blocks that stand in one box one by one.</source>
        <translation>한 상자에 든 같은 블록을 하나씩 보입니다.</translation>
    </message>
    <message>
        <source>Shows every ×N one by one.</source>
        <translation>모든 ×N을 하나씩 보입니다.</translation>
    </message>
    <message>
        <source>Shows everything that was measured and kept.</source>
        <translation>측정하고 보관한 것을 모두 봅니다.</translation>
    </message>
    <message>
        <source>Shows or hides the left side.</source>
        <translation>왼쪽 패널을 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Shows or hides the lower side.</source>
        <translation>아래 패널을 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Shows or hides the right side.</source>
        <translation>오른쪽 패널을 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Shows or hides the source of the selection.</source>
        <translation>선택한 것의 소스를 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Shows pairs, ready comparisons and single layers.</source>
        <translation>짝, 준비된 비교, 층 하나의 측정을 봅니다.</translation>
    </message>
    <message>
        <source>Shows the graph in its own size.</source>
        <translation>그래프를 실제 크기로 봅니다.</translation>
    </message>
    <message>
        <source>Shows the table of the pinned recipes.</source>
        <translation>핀으로 둔 레시피의 표를 봅니다.</translation>
    </message>
    <message>
        <source>Shows the whole graph in a corner, with the part that is in sight.</source>
        <translation>그래프 전체를 구석에 보이고, 지금 보는 부분을 표시합니다.</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>슬라이더</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>States your own accuracy of it.</source>
        <translation>사용자 정확도를 적습니다.</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>측정 중지</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>스윕…</translation>
    </message>
    <message>
        <source>System colours</source>
        <translation>시스템 배색</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>Takes away all that is set at the selection and within, in one step.</source>
        <translation>선택한 곳과 그 안에 설정한 것을 한 번에 모두 없앱니다.</translation>
    </message>
    <message>
        <source>Takes every change of this preset back; one step, can be undone.</source>
        <translation>이 프리셋에서 바꾼 것을 모두 되돌립니다. 한 단계이며 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Takes the last step back.</source>
        <translation>마지막 단계를 취소합니다.</translation>
    </message>
    <message>
        <source>Takes the marked rows of the comparison off the list.</source>
        <translation>비교에서 표시한 행을 목록에서 뺍니다.</translation>
    </message>
    <message>
        <source>Takes the selection off; the knobs act on the whole network.</source>
        <translation>선택을 풉니다. 노브는 네트워크 전체에 작용합니다.</translation>
    </message>
    <message>
        <source>Takes the setting away; the wider one holds again.</source>
        <translation>설정을 없앱니다. 더 넓은 범위의 값이 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>Takes the typed value.</source>
        <translation>입력한 값을 적용합니다.</translation>
    </message>
    <message>
        <source>Takes the weights of a .safetensors or .pth file as far as they fit; the file can also be dropped here.</source>
        <translation>.safetensors 또는 .pth 파일의 가중치를 맞는 만큼 불러옵니다. 파일을 여기에 끌어 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Tells a story of your own: steps in a JSON file.</source>
        <translation>사용자 스토리(JSON 파일의 단계)를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The first and the last box.</source>
        <translation>첫 상자와 마지막 상자.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the colour of their kind of layer.</source>
        <translation>상자를 층의 종류에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the bytes of their output.</source>
        <translation>상자를 출력의 바이트 수에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the bytes they read and write.</source>
        <translation>상자를 읽고 쓰는 바이트 수에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the time measured for them.</source>
        <translation>상자를 측정한 시간에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by their MACs.</source>
        <translation>상자를 MACs에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by their parameters.</source>
        <translation>상자를 파라미터 수에 따라 색칠합니다.</translation>
    </message>
    <message>
        <source>The least and the greatest value.</source>
        <translation>가장 작은 값과 가장 큰 값.</translation>
    </message>
    <message>
        <source>The menu of what is selected, with its knobs.</source>
        <translation>선택한 것의 메뉴와 노브.</translation>
    </message>
    <message>
        <source>The next box along the flow; across it, into a box and out of it.</source>
        <translation>흐름을 따라 다음 상자로, 옆으로, 상자 안과 밖으로 갑니다.</translation>
    </message>
    <message>
        <source>The next layer; the graph follows.</source>
        <translation>다음 층으로 갑니다. 그래프가 따라갑니다.</translation>
    </message>
    <message>
        <source>The next match, the one before.</source>
        <translation>다음 결과, 이전 결과.</translation>
    </message>
    <message>
        <source>The paper&apos;s next value.</source>
        <translation>논문의 다음 값.</translation>
    </message>
    <message>
        <source>The rows, curves, heat map and front of the sweep.</source>
        <translation>스윕의 행, 곡선, 열지도, 파레토 전선.</translation>
    </message>
    <message>
        <source>The same MACs with g = 1, 2, 3, 4, 8, measured in turn: more groups, more channels (ShuffleNet V2, G2).</source>
        <translation>MACs를 맞춘 g = 1, 2, 3, 4, 8을 번갈아 측정합니다. 그룹이 늘면 채널도 늘어납니다(ShuffleNet V2, G2).</translation>
    </message>
    <message>
        <source>The same channels with 1×1 convolutions in 1, 2, 3, 4, 8 groups, measured in turn: MACs fall; does the time?</source>
        <translation>채널을 고정하고 1×1 합성곱의 그룹을 1, 2, 3, 4, 8로 바꿔 번갈아 측정합니다. MACs는 줄어듭니다. 시간도 그럴까요?</translation>
    </message>
    <message>
        <source>The same network with and without channel shuffle, measured in turn: MACs are equal; what does it cost?</source>
        <translation>채널 셔플이 있는 것과 없는 것을 번갈아 측정합니다. MACs는 같습니다. 셔플의 비용은 얼마일까요?</translation>
    </message>
    <message>
        <source>Totals and inspector</source>
        <translation>합계와 세부 정보</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>모두 펼치기</translation>
    </message>
    <message>
        <source>Unfold ×N</source>
        <translation>×N 펼치기</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>핀 빼기</translation>
    </message>
    <message>
        <source>Unpins; takes the last step of the pins back.</source>
        <translation>핀을 뺍니다. 핀 목록의 마지막 단계를 되돌립니다.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>What this program is, its version and its libraries.</source>
        <translation>이 프로그램의 소개, 버전, 사용한 라이브러리.</translation>
    </message>
    <message>
        <source>Writes a verified ONNX or Python file.</source>
        <translation>검증한 ONNX 또는 Python 파일을 씁니다.</translation>
    </message>
    <message>
        <source>Writes into each box what it costs.</source>
        <translation>상자마다 비용을 적습니다.</translation>
    </message>
    <message>
        <source>Writes networks as a folder with a script that times them elsewhere.</source>
        <translation>네트워크를 폴더로 쓰고, 다른 곳에서 시간을 재는 스크립트를 넣습니다.</translation>
    </message>
    <message>
        <source>Writes the graph as SVG, PDF or PNG, with title and legend.</source>
        <translation>그래프를 제목, 범례와 함께 SVG, PDF, PNG로 씁니다.</translation>
    </message>
    <message>
        <source>Writes the shape of each tensor at its arrow.</source>
        <translation>텐서마다 그 모양을 화살표에 적습니다.</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>선택한 것 확대</translation>
    </message>
    <message>
        <source>drag, Space+drag</source>
        <translation>끌기, Space+끌기</translation>
    </message>
    <message>
        <source>한국어</source>
        <translation>한국어</translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>Measured {0} under these conditions, from the store; F9 measures it anew.</source>
        <translation>{0} 이 조건에서 측정한 값, 저장소에서. F9로 다시 측정합니다.</translation>
    </message>
    <message>
        <source>measured {0}</source>
        <translation>{0} 측정</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>A tenth of the runs was faster.</source>
        <translation>실행의 10분의 1이 이보다 빨랐습니다.</translation>
    </message>
    <message>
        <source>A tenth of the runs was slower.</source>
        <translation>실행의 10분의 1이 이보다 느렸습니다.</translation>
    </message>
    <message>
        <source>Arithmetic intensity: multiply-accumulates per element read or written.</source>
        <translation>연산 강도: 읽거나 쓴 원소 하나당 곱셈-누산 수.</translation>
    </message>
    <message>
        <source>As top-1, the right class among five.</source>
        <translation>top-1과 같으나 다섯 개 안에 정답이 있으면 맞음.</translation>
    </message>
    <message>
        <source>Bytes of the parameters.</source>
        <translation>파라미터의 바이트 수.</translation>
    </message>
    <message>
        <source>Bytes read and written by all layers: inputs, weights, outputs.</source>
        <translation>모든 층이 읽고 쓴 바이트 수: 입력, 가중치, 출력.</translation>
    </message>
    <message>
        <source>Bytes that all layers write.</source>
        <translation>모든 층이 쓰는 바이트 수.</translation>
    </message>
    <message>
        <source>C×H×W of one image.</source>
        <translation>영상 한 장의 C×H×W.</translation>
    </message>
    <message>
        <source>Difference to the baseline.</source>
        <translation>기준과의 차이.</translation>
    </message>
    <message>
        <source>Learnable tensors&apos; elements, each counted once, in millions.</source>
        <translation>학습되는 텐서의 원소 수. 각각 한 번씩, 백만 단위.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Median of single runs on this machine, all under the same conditions.</source>
        <translation>이 기기에서 한 번씩 실행한 시간의 중앙값. 조건은 모두 같습니다.</translation>
    </message>
    <message>
        <source>Millions for one image under the counting rule.</source>
        <translation>영상 한 장, 계수 규칙에 따른 백만 단위.</translation>
    </message>
    <message>
        <source>Most bytes of activations alive at once, run in order.</source>
        <translation>순서대로 실행할 때 동시에 살아 있는 활성값의 최대 바이트 수.</translation>
    </message>
    <message>
        <source>Published of exactly this network, or stated by the user for it (own); never borrowed.</source>
        <translation>바로 이 네트워크로 발표되었거나 사용자가 적은 값(사용자). 빌려 오지 않습니다.</translation>
    </message>
    <message>
        <source>The name of the pin; F2 changes it.</source>
        <translation>핀의 이름. F2로 바꿉니다.</translation>
    </message>
    <message>
        <source>The preset that the recipe starts from.</source>
        <translation>레시피가 출발한 프리셋.</translation>
    </message>
    <message>
        <source>What the recipe sets against its preset.</source>
        <translation>레시피가 프리셋과 다르게 정한 것.</translation>
    </message>
    <message>
        <source>Where the accuracy comes from, and under which conditions.</source>
        <translation>정확도의 출처와 조건.</translation>
    </message>
    <message>
        <source>accuracy from</source>
        <translation>정확도 출처</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>in the baseline only</source>
        <translation>기준에만 있음</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>intensity</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>knob, stage</source>
        <translation>노브, 스테이지</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>measured {0} ({1})</source>
        <translation>{0} 측정({1})</translation>
    </message>
    <message>
        <source>memory access</source>
        <translation>메모리 접근량</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>not in the baseline</source>
        <translation>기준에 없음</translation>
    </message>
    <message>
        <source>not measured under {0}</source>
        <translation>{0}에서 측정하지 않음</translation>
    </message>
    <message>
        <source>own</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>p10</source>
        <translation>p10</translation>
    </message>
    <message>
        <source>p10–p90 {0}–{1} ms, n {2}; {3}</source>
        <translation>p10–p90 {0}–{1} ms, n {2}, {3}</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>points</source>
        <translation>%p</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>published</source>
        <translation>발표된 값</translation>
    </message>
    <message>
        <source>stage {0}</source>
        <translation>스테이지 {0}</translation>
    </message>
    <message>
        <source>the best of this column</source>
        <translation>이 열에서 가장 좋음</translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation>이 레시피</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>top-1</translation>
    </message>
    <message>
        <source>top-5</source>
        <translation>top-5</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{0} activation</source>
        <translation>활성화 함수({0})</translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{1}에서 {0}</translation>
    </message>
    <message>
        <source>{0} ms under {1}: not compared</source>
        <translation>{1}에서 {0} ms: 비교하지 않음</translation>
    </message>
    <message>
        <source>{0} · baseline</source>
        <translation>{0} · 기준</translation>
    </message>
</context>
<context>
    <name>conditions</name>
    <message>
        <source>batch {0}</source>
        <translation>배치 {0}</translation>
    </message>
    <message>
        <source>median of {0} runs</source>
        <translation>실행 {0}회의 중앙값</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Certificate file</source>
        <translation>인증서 파일</translation>
    </message>
    <message>
        <source>Column, 88 mm</source>
        <translation>단, 88 mm</translation>
    </message>
    <message>
        <source>Comparisons (*.json)</source>
        <translation>비교 (*.json)</translation>
    </message>
    <message>
        <source>Delete a sweep</source>
        <translation>스윕 삭제</translation>
    </message>
    <message>
        <source>Delete the sweep {0} for good?</source>
        <translation>스윕을 영구히 삭제하시겠습니까? {0}</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>측정 내보내기</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 파일</translation>
    </message>
    <message>
        <source>Folder to be made</source>
        <translation>만들 폴더</translation>
    </message>
    <message>
        <source>Folder with own architectures</source>
        <translation>사용자 아키텍처 폴더</translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation>가중치 불러오기</translation>
    </message>
    <message>
        <source>Open a story</source>
        <translation>스토리 열기</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>레시피 열기</translation>
    </message>
    <message>
        <source>Open the result of a sweep</source>
        <translation>스윕 결과 열기</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Page, 180 mm</source>
        <translation>페이지, 180 mm</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>Pin recipe files</source>
        <translation>레시피 파일을 핀으로</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>레시피 (*.json)</translation>
    </message>
    <message>
        <source>Recipes and comparisons (*.json)</source>
        <translation>레시피와 비교 (*.json)</translation>
    </message>
    <message>
        <source>Result files of a bundle</source>
        <translation>번들의 결과 파일</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Save layers</source>
        <translation>층 저장</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Save pins</source>
        <translation>핀 저장</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>레시피 저장</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>비교 저장</translation>
    </message>
    <message>
        <source>Save the paper&apos;s table</source>
        <translation>논문의 표 저장</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>스윕 저장</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>슬라이드</translation>
    </message>
    <message>
        <source>Stories (*.json)</source>
        <translation>스토리 (*.json)</translation>
    </message>
    <message>
        <source>The edited {0} has not been saved.</source>
        <translation>편집한 레시피를 저장하지 않았습니다: {0}</translation>
    </message>
    <message>
        <source>Unsaved recipe</source>
        <translation>저장하지 않은 레시피</translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation>보이는 부분</translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation>가중치 ({0})</translation>
    </message>
    <message>
        <source>Whole graph</source>
        <translation>그래프 전체</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>1 measurement deleted.</source>
        <translation>측정 1개를 삭제했습니다.</translation>
    </message>
    <message>
        <source>2 × MACs of conv + linear + matmul</source>
        <translation>2 × MACs(합성곱 + 선형 + 행렬곱)</translation>
    </message>
    <message>
        <source>A ReLU on few channels destroys what the wide tensor held; MobileNetV2 leaves its bottlenecks linear.</source>
        <translation>채널이 적은 곳의 ReLU는 넓은 텐서에 있던 정보를 없앱니다. MobileNetV2는 병목을 선형으로 둡니다.</translation>
    </message>
    <message>
        <source>A depthwise separable convolution takes 1/N + 1/k² of a standard one&apos;s MACs.</source>
        <translation>깊이별 분리형 합성곱의 MACs는 표준 합성곱의 1/N + 1/k²입니다.</translation>
    </message>
    <message>
        <source>A group of few channels does not fill a vector unit, and every group is a small convolution of its own.</source>
        <translation>채널이 적은 그룹은 벡터 유닛을 채우지 못하며, 그룹마다 작은 합성곱이 하나씩 생깁니다.</translation>
    </message>
    <message>
        <source>As macs, fully connected layers left out (ShuffleNet, Table 1).</source>
        <translation>macs와 같으나 완전연결층을 뺍니다(ShuffleNet, Table 1).</translation>
    </message>
    <message>
        <source>As macs, one more for each output of a biased layer and two for each element of a BatchNorm, as in ptflops; no activation or pooling.</source>
        <translation>macs에 편향이 있는 층의 출력마다 하나, BatchNorm의 원소마다 둘을 더합니다(ptflops 방식). 활성화와 풀링은 세지 않습니다.</translation>
    </message>
    <message>
        <source>BatchNorm cannot be folded: the network&apos;s code cannot be traced ({0})</source>
        <translation>BatchNorm을 접을 수 없음: 네트워크의 코드를 추적할 수 없음({0})</translation>
    </message>
    <message>
        <source>Element-wise operations are non-negligible: few MACs, much memory access; depthwise convolutions count among them.</source>
        <translation>원소별 연산은 무시할 수 없습니다. MACs는 적지만 메모리 접근이 많습니다. 깊이별 합성곱도 여기에 듭니다.</translation>
    </message>
    <message>
        <source>Equal channel width minimises memory access cost at equal MACs.</source>
        <translation>MACs가 같을 때 입출력 채널 폭이 같으면 메모리 접근 비용이 가장 작습니다.</translation>
    </message>
    <message>
        <source>Every learnable tensor but the classifier&apos;s.</source>
        <translation>분류기의 것을 뺀, 학습되는 모든 텐서.</translation>
    </message>
    <message>
        <source>Every learnable tensor, BatchNorm&apos;s γ and β included; running statistics not.</source>
        <translation>학습되는 모든 텐서. BatchNorm의 γ와 β는 넣고 이동 통계는 뺍니다.</translation>
    </message>
    <message>
        <source>Every learnable tensor, and BatchNorm&apos;s running mean and variance.</source>
        <translation>학습되는 모든 텐서와 BatchNorm의 이동 평균 및 분산.</translation>
    </message>
    <message>
        <source>Excessive group convolution increases memory access cost.</source>
        <translation>그룹 합성곱이 지나치면 메모리 접근 비용이 늘어납니다.</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Fewer MACs, and slower</source>
        <translation>MACs는 적고 더 느림</translation>
    </message>
    <message>
        <source>Fewer MACs, and slower: {0}</source>
        <translation>MACs는 적고 더 느림: {0}</translation>
    </message>
    <message>
        <source>In the library now: {0}.</source>
        <translation>이제 라이브러리에 있음: {0}.</translation>
    </message>
    <message>
        <source>In the library now: {1}. Not loaded: {0}</source>
        <translation>이제 라이브러리에 있음: {1}. 불러오지 못함: {0}</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>MACs + bias + BN</source>
        <translation>MACs + 편향 + BN</translation>
    </message>
    <message>
        <source>MACs without FC</source>
        <translation>MACs(FC 제외)</translation>
    </message>
    <message>
        <source>More MACs, and faster</source>
        <translation>MACs는 많고 더 빠름</translation>
    </message>
    <message>
        <source>Multiply-accumulates of convolutions, linear layers and matrix products; no bias, BatchNorm or activation.</source>
        <translation>합성곱, 선형 층, 행렬곱의 곱셈-누산. 편향, BatchNorm, 활성화는 세지 않습니다.</translation>
    </message>
    <message>
        <source>Network fragmentation reduces the degree of parallelism.</source>
        <translation>네트워크가 조각나면 병렬성이 떨어집니다.</translation>
    </message>
    <message>
        <source>No program is set to open {0}.</source>
        <translation>{0} 파일을 여는 프로그램이 정해져 있지 않습니다.</translation>
    </message>
    <message>
        <source>Not loaded: {0}</source>
        <translation>불러오지 못함: {0}</translation>
    </message>
    <message>
        <source>One recipe pinned.</source>
        <translation>레시피 1개를 핀으로 두었습니다.</translation>
    </message>
    <message>
        <source>Parquet needs pyarrow, which is not installed here: pip install .[parquet]</source>
        <translation>Parquet에는 pyarrow가 필요하나 여기 설치되지 않음: pip install .[parquet]</translation>
    </message>
    <message>
        <source>TF32 is a number type of CUDA devices; the device is {0}</source>
        <translation>TF32는 CUDA 장치의 수 자료형입니다. 장치: {0}</translation>
    </message>
    <message>
        <source>TF32 replaces float32; dtype is {0}</source>
        <translation>TF32는 float32를 대신합니다. dtype: {0}</translation>
    </message>
    <message>
        <source>Table 1 prints channels for these; fix the column to try others</source>
        <translation>Table 1에 채널 수가 있는 값임. 다른 값을 써 보려면 열을 고정하십시오</translation>
    </message>
    <message>
        <source>The edited {0} was left unsaved; Undo brings it back.</source>
        <translation>편집한 레시피({0})를 저장하지 않고 떠났습니다. 실행 취소로 되돌아옵니다.</translation>
    </message>
    <message>
        <source>The engine ended while it loaded own architectures; it goes on without them.</source>
        <translation>사용자 아키텍처를 불러오다가 엔진이 끝났습니다. 그것 없이 계속합니다.</translation>
    </message>
    <message>
        <source>The pins cannot be kept for the next start: {0}</source>
        <translation>핀을 다음 시작까지 보관할 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>The pins of the last run cannot be read; the file is kept as {1}. {0}</source>
        <translation>지난 실행의 핀을 읽을 수 없습니다. 파일은 {1} 이름으로 남깁니다. {0}</translation>
    </message>
    <message>
        <source>The pins of the last run cannot be read; the file stays as it is. {0}</source>
        <translation>지난 실행의 핀을 읽을 수 없습니다. 파일은 그대로 둡니다. {0}</translation>
    </message>
    <message>
        <source>The rows are sorted by a column; click its title until they stand in your own order.</source>
        <translation>행이 열을 기준으로 정렬되어 있습니다. 직접 정한 순서가 될 때까지 열 제목을 누르십시오.</translation>
    </message>
    <message>
        <source>The table was saved as {0}.</source>
        <translation>표를 저장했습니다: {0}.</translation>
    </message>
    <message>
        <source>The translation {0} cannot be read; the window stays English. `make translations` writes it.</source>
        <translation>번역 파일 {0} 읽기에 실패했습니다. 창은 영어로 남습니다. `make translations`로 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>The work of the last run cannot be read. {0}</source>
        <translation>지난 실행의 작업을 읽을 수 없습니다. {0}</translation>
    </message>
    <message>
        <source>The work of the last run cannot be read; the file is kept as {1}. {0}</source>
        <translation>지난 실행의 작업을 읽을 수 없습니다. 파일은 {1} 이름으로 남깁니다. {0}</translation>
    </message>
    <message>
        <source>The work of the last run is of {0}, which the library does not have now; it is kept as {1}.</source>
        <translation>지난 실행의 작업은 지금 라이브러리에 없는 프리셋({0})의 것입니다. {1} 이름으로 남깁니다.</translation>
    </message>
    <message>
        <source>The {0} process ended ({1}); it was started again and its job is repeated.</source>
        <translation>{0} 프로세스가 끝났습니다({1}). 다시 시작해서 작업을 반복합니다.</translation>
    </message>
    <message>
        <source>The {0} process ended ({1}); it was started again.</source>
        <translation>{0} 프로세스가 끝났습니다({1}). 다시 시작했습니다.</translation>
    </message>
    <message>
        <source>Twice the macs: a multiplication and an addition each count.</source>
        <translation>macs의 두 배: 곱셈과 덧셈을 각각 셉니다.</translation>
    </message>
    <message>
        <source>Vector units and tensor cores work on 8 channels at a time; the rest of the last 8 is padding.</source>
        <translation>벡터 유닛과 텐서 코어는 채널을 8개씩 처리합니다. 8개에 못 미치는 나머지는 채워집니다.</translation>
    </message>
    <message>
        <source>Weights and BatchNorm&apos;s γ; no biases and no β.</source>
        <translation>가중치와 BatchNorm의 γ. 편향과 β는 뺍니다.</translation>
    </message>
    <message>
        <source>Weights and biases of convolutions and linear layers; no BatchNorm.</source>
        <translation>합성곱과 선형 층의 가중치와 편향. BatchNorm은 뺍니다.</translation>
    </message>
    <message>
        <source>What you do cannot be kept for the next start: {0}</source>
        <translation>하던 작업을 다음 시작까지 보관할 수 없습니다: {0}</translation>
    </message>
    <message>
        <source>What you do cannot be kept for the next start: {0} cannot be written.</source>
        <translation>하던 작업을 다음 시작까지 보관할 수 없습니다. 쓸 수 없음: {0}.</translation>
    </message>
    <message>
        <source>Writing {0} measurements to {1}…</source>
        <translation>측정 {0}개를 쓰는 중: {1}…</translation>
    </message>
    <message>
        <source>a ( is not closed</source>
        <translation>여는 괄호 ( 하나가 닫히지 않음</translation>
    </message>
    <message>
        <source>a 2-D convolution needs N×C×H×W, got {0}</source>
        <translation>2차원 합성곱에는 N×C×H×W 입력이 필요함. 받은 모양: {0}</translation>
    </message>
    <message>
        <source>a CUDA graph is captured of PyTorch eager; the runtime is {0}</source>
        <translation>CUDA 그래프는 PyTorch eager에서만 기록함. 런타임: {0}</translation>
    </message>
    <message>
        <source>a CUDA graph is one launch: its layers cannot be timed</source>
        <translation>CUDA 그래프는 한 번에 실행되므로 층별 시간을 잴 수 없음</translation>
    </message>
    <message>
        <source>a CUDA graph needs a CUDA device; the device is {0}</source>
        <translation>CUDA 그래프에는 CUDA 장치가 필요함. 장치: {0}</translation>
    </message>
    <message>
        <source>a PNG of {0} × {1} pixels is too large; choose {2}, or show less</source>
        <translation>{0} × {1} 픽셀의 PNG는 너무 큽니다. {2}, 또는 보이는 부분을 줄이십시오</translation>
    </message>
    <message>
        <source>a bundle needs networks and a folder; they are {0} and {1}</source>
        <translation>번들에는 네트워크와 폴더가 필요함. 받은 것: {0}, {1}</translation>
    </message>
    <message>
        <source>a convolution for {0} input channels got {1}</source>
        <translation>입력 채널이 {0}개인 합성곱이 {1}개를 받음</translation>
    </message>
    <message>
        <source>a fault: {0}</source>
        <translation>내부 오류: {0}</translation>
    </message>
    <message>
        <source>a file name is needed</source>
        <translation>파일 이름이 필요함</translation>
    </message>
    <message>
        <source>a file name with a full stop in it ({0}) cannot be imported; rename the file</source>
        <translation>마침표가 든 파일 이름({0})은 불러올 수 없음. 파일 이름을 바꾸십시오</translation>
    </message>
    <message>
        <source>a fused convolution has no expanded tensor in front of it</source>
        <translation>융합된 합성곱 앞에는 확장된 텐서가 없음</translation>
    </message>
    <message>
        <source>a linear layer for {0} inputs got {1}</source>
        <translation>입력이 {0}개인 선형 층이 {1}개를 받음</translation>
    </message>
    <message>
        <source>a linear layer has no {0}; allowed: {1}</source>
        <translation>선형 층에는 {0} 항목이 없음. 허용: {1}</translation>
    </message>
    <message>
        <source>a match of a published record cannot be read: {0} in {1}</source>
        <translation>발표 기록의 대응을 읽을 수 없음: {0}({1})</translation>
    </message>
    <message>
        <source>a normalisation for {0} channels got {1}</source>
        <translation>채널이 {0}개인 정규화가 {1}개를 받음</translation>
    </message>
    <message>
        <source>a published record is {0}; an object is needed</source>
        <translation>발표 기록이 {0}임. 객체가 필요함</translation>
    </message>
    <message>
        <source>a request needs an &quot;id&quot;, a number or a text: {0}</source>
        <translation>요청에는 &quot;id&quot;(수 또는 글)가 필요함: {0}</translation>
    </message>
    <message>
        <source>a scheduler needs dask.distributed, which is not installed: pip install &apos;architecture-explorer[cluster]&apos;</source>
        <translation>스케줄러에는 dask.distributed가 필요하나 설치되지 않음: pip install &apos;architecture-explorer[cluster]&apos;</translation>
    </message>
    <message>
        <source>a shortcut between expansions needs the expanded tensor</source>
        <translation>확장 사이의 shortcut에는 확장된 텐서가 필요함</translation>
    </message>
    <message>
        <source>a story without a title: &quot;{0}&quot; is {1}, a text is needed</source>
        <translation>제목이 없는 스토리: &quot;{0}&quot; 값이 {1}임. 글이 필요함</translation>
    </message>
    <message>
        <source>a story without steps: &quot;steps&quot; is {0}, a list of at least one is needed</source>
        <translation>단계가 없는 스토리: &quot;steps&quot; 값이 {0}임. 하나 이상의 목록이 필요함</translation>
    </message>
    <message>
        <source>a sweep needs at least one network</source>
        <translation>스윕에는 네트워크가 적어도 하나 필요함</translation>
    </message>
    <message>
        <source>a {0}-wide window does not fit an input {1} px wide (padding {2}): the input resolution is too small here</source>
        <translation>너비 {0}인 창은 너비 {1} px인 입력(패딩 {2})에 들어가지 않음: 여기서는 입력 해상도가 너무 작음</translation>
    </message>
    <message>
        <source>against {0}, {1}:</source>
        <translation>{0}에 대하여, {1}:</translation>
    </message>
    <message>
        <source>already registered: {0}; choose another name</source>
        <translation>이미 등록됨: {0}. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>another export is being written; wait for it</source>
        <translation>다른 내보내기가 진행 중입니다. 기다리십시오</translation>
    </message>
    <message>
        <source>as it is ({0}): {1}, {2} ms a million MACs</source>
        <translation>그대로({0}): {1}, MACs 백만당 {2} ms</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>알 수 없는 때</translation>
    </message>
    <message>
        <source>axis -1</source>
        <translation>축 -1</translation>
    </message>
    <message>
        <source>batch = {0} is not allowed; allowed: dynamic, whole numbers 1 to {1}</source>
        <translation>batch = {0}: 허용되지 않음. 허용: dynamic, 1~{1}의 정수</translation>
    </message>
    <message>
        <source>building the layers</source>
        <translation>층을 만드는 중</translation>
    </message>
    <message>
        <source>building the network</source>
        <translation>네트워크를 만드는 중</translation>
    </message>
    <message>
        <source>cannot import this program: {1}</source>
        <translation>이 프로그램을 불러올 수 없음: {1}</translation>
    </message>
    <message>
        <source>cannot make {0}: there is no folder {1}</source>
        <translation>{0}: 만들 수 없음. 폴더 {1} 없음</translation>
    </message>
    <message>
        <source>cannot make {0}: {1}</source>
        <translation>{0}: 만들 수 없음. {1}</translation>
    </message>
    <message>
        <source>cannot read {0}: {1}</source>
        <translation>{0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>cannot remove {0}: {1}</source>
        <translation>{0}: 지울 수 없음. {1}</translation>
    </message>
    <message>
        <source>cannot say what it is: {1}</source>
        <translation>정체를 알 수 없음: {1}</translation>
    </message>
    <message>
        <source>cannot write {0}: it is a device or a pipe, an ordinary file is needed</source>
        <translation>{0}: 쓸 수 없음. 장치 또는 파이프이며, 보통 파일이 필요함</translation>
    </message>
    <message>
        <source>cannot write {0}: it is a folder, a file name is needed</source>
        <translation>{0}: 쓸 수 없음. 폴더이며, 파일 이름이 필요함</translation>
    </message>
    <message>
        <source>cannot write {0}: there is no folder {1}</source>
        <translation>{0}: 쓸 수 없음. 폴더 {1} 없음</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}</source>
        <translation>{0}: 쓸 수 없음. {1}</translation>
    </message>
    <message>
        <source>channels of each g as in ShuffleNet, Table 1</source>
        <translation>g마다 ShuffleNet, Table 1의 채널</translation>
    </message>
    <message>
        <source>channels that are no multiple of {0}: {1}</source>
        <translation>{0}의 배수가 아닌 채널 수: {1}</translation>
    </message>
    <message>
        <source>cluster is {0}; an address is needed</source>
        <translation>cluster 값이 {0}임. 주소가 필요함</translation>
    </message>
    <message>
        <source>comparing the fused network needs about {0} of memory and {1} is free; take a smaller width</source>
        <translation>융합한 네트워크를 비교하려면 메모리가 약 {0} 필요하나 {1} 남음. 폭을 줄이십시오</translation>
    </message>
    <message>
        <source>comparison version {0} cannot be read; this program reads version {1}</source>
        <translation>비교 파일 버전 {0}: 읽을 수 없음. 이 프로그램은 버전 {1}까지 읽음</translation>
    </message>
    <message>
        <source>comparison with a wrong baseline: {0}; allowed: null, or a place from 0 to {1}</source>
        <translation>기준이 잘못된 비교: {0}. 허용: null, 또는 0~{1}의 위치</translation>
    </message>
    <message>
        <source>comparison without pins: &quot;pins&quot; is {0}; a list is needed</source>
        <translation>핀이 없는 비교: &quot;pins&quot; 값이 {0}임. 목록이 필요함</translation>
    </message>
    <message>
        <source>conv + linear + matmul + bias + BN</source>
        <translation>합성곱 + 선형 + 행렬곱 + 편향 + BN</translation>
    </message>
    <message>
        <source>conv + linear + matmul, no bias/BN</source>
        <translation>합성곱 + 선형 + 행렬곱, 편향/BN 제외</translation>
    </message>
    <message>
        <source>conv + matmul, no FC, no bias/BN</source>
        <translation>합성곱 + 행렬곱, FC와 편향/BN 제외</translation>
    </message>
    <message>
        <source>conv1 and three poolings need {0} px; the small stem takes less</source>
        <translation>conv1과 풀링 세 개에 {0} px가 필요함. small 스템은 더 작아도 됨</translation>
    </message>
    <message>
        <source>device = {0} is not a name</source>
        <translation>device = {0}: 이름이 아님</translation>
    </message>
    <message>
        <source>difference (ms)</source>
        <translation>차이 (ms)</translation>
    </message>
    <message>
        <source>disturbed: the threads had a processor {0} % of the time; something else is running</source>
        <translation>간섭: 스레드가 전체 시간의 {0} %만 프로세서를 얻음. 다른 작업이 실행 중임</translation>
    </message>
    <message>
        <source>dpi = {0} is not allowed; allowed: {1} to {2}</source>
        <translation>dpi = {0}: 허용되지 않음. 허용: {1}~{2}</translation>
    </message>
    <message>
        <source>drifting: the second half of the runs was {0} % faster than the first</source>
        <translation>변동: 실행의 뒤 절반이 앞 절반보다 {0} % 빠름</translation>
    </message>
    <message>
        <source>drifting: the second half of the runs was {0} % slower than the first</source>
        <translation>변동: 실행의 뒤 절반이 앞 절반보다 {0} % 느림</translation>
    </message>
    <message>
        <source>dtype = {0} is not allowed; allowed: {1}</source>
        <translation>dtype = {0}: 허용되지 않음. 허용: {1}</translation>
    </message>
    <message>
        <source>element-wise and depthwise operations move {0} % of what the block moves, for {1} % of its MACs</source>
        <translation>원소별 연산과 깊이별 합성곱이 블록 메모리 이동의 {0} %를 차지하며, MACs는 {1} %임</translation>
    </message>
    <message>
        <source>ends the process ({0})</source>
        <translation>프로세스를 끝냄({0})</translation>
    </message>
    <message>
        <source>exporting this network needs about {0} of memory and {1} is free; take a smaller batch, width or resolution</source>
        <translation>이 네트워크를 내보내려면 메모리가 약 {0} 필요하나 {1} 남음. 배치, 폭 또는 해상도를 줄이십시오</translation>
    </message>
    <message>
        <source>files is {0}; a list is needed</source>
        <translation>files 값이 {0}임. 목록이 필요함</translation>
    </message>
    <message>
        <source>finding the networks to compare</source>
        <translation>비교할 네트워크를 찾는 중</translation>
    </message>
    <message>
        <source>first layer {0} channels (multiple of 8)</source>
        <translation>첫 층의 채널 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>frame is {0}; the id of one is needed, or &quot;&quot; for none</source>
        <translation>frame 값이 {0}임. 프레임의 id, 또는 없으면 &quot;&quot;이 필요함</translation>
    </message>
    <message>
        <source>g = {0} is left out: the nearest width, α = {1}, is {2} % of MACs off</source>
        <translation>g = {0} 제외: 가장 가까운 폭 α = {1}에서 MACs가 {2} % 어긋남</translation>
    </message>
    <message>
        <source>g = {0} is left out: {1}</source>
        <translation>g = {0} 제외: {1}</translation>
    </message>
    <message>
        <source>g = {0}: α = {1}, MACs {2} % off</source>
        <translation>g = {0}: α = {1}, MACs {2} % 어긋남</translation>
    </message>
    <message>
        <source>g divides no convolution of these networks</source>
        <translation>이 네트워크들에 g로 나눌 수 있는 합성곱이 없음</translation>
    </message>
    <message>
        <source>hidden layers of {0} units (multiple of 8)</source>
        <translation>은닉층의 유닛 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>how it was measured is {0} characters long; allowed: at most {1}</source>
        <translation>측정 방법의 길이가 {0}자임. 허용: {1}자까지</translation>
    </message>
    <message>
        <source>in turn: {0} of {1} rounds</source>
        <translation>번갈아: {0}/{1}회전</translation>
    </message>
    <message>
        <source>intrusive: the runs with stamps took {0} % longer</source>
        <translation>개입: 시각을 기록한 실행이 {0} % 더 걸림</translation>
    </message>
    <message>
        <source>it changes architectures that are not its own: {0}</source>
        <translation>자기 것이 아닌 아키텍처를 바꿈: {0}</translation>
    </message>
    <message>
        <source>it is {0} already</source>
        <translation>이미 {0}임</translation>
    </message>
    <message>
        <source>it must be a multiple of the patch ({0} px)</source>
        <translation>패치({0} px)의 배수여야 함</translation>
    </message>
    <message>
        <source>it must divide the channel counts {0}</source>
        <translation>채널 수 {0}의 약수여야 함</translation>
    </message>
    <message>
        <source>it must divide the resolution ({0} px)</source>
        <translation>해상도({0} px)의 약수여야 함</translation>
    </message>
    <message>
        <source>it must divide the {0} output channels</source>
        <translation>출력 채널 {0}개의 약수여야 함</translation>
    </message>
    <message>
        <source>it must leave a multiple of the {0} groups of {1} channels</source>
        <translation>채널 {1}개를 나눈 그룹 {0}개의 배수가 남아야 함</translation>
    </message>
    <message>
        <source>it was changed while it was being loaded; reload</source>
        <translation>불러오는 동안 바뀌었습니다. 다시 읽으십시오</translation>
    </message>
    <message>
        <source>its answer was not compared with PyTorch&apos;s</source>
        <translation>출력을 PyTorch와 비교하지 않음</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>layers are timed in PyTorch eager only; the runtime is {0}</source>
        <translation>층별 시간은 PyTorch eager에서만 잼. 런타임: {0}</translation>
    </message>
    <message>
        <source>layers {0} + between layers {1} = {2}; median of whole runs {3}, without stamps {4}</source>
        <translation>층 {0} + 층 사이 {1} = {2}. 전체 실행의 중앙값 {3}, 시각 기록이 없으면 {4}</translation>
    </message>
    <message>
        <source>layers: {0} of {1} pairs of runs</source>
        <translation>층: 실행 쌍 {0}/{1}</translation>
    </message>
    <message>
        <source>least time for a MAC: {0}, {1} ms a million MACs</source>
        <translation>MAC당 시간이 가장 적은 것: {0}, MACs 백만당 {1} ms</translation>
    </message>
    <message>
        <source>least time: {0}, {1} times as long with {2} times the MACs, {3}</source>
        <translation>시간이 가장 적은 것: {0}, MACs {2}배에 시간 {1}배, {3}</translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation>{0}행</translation>
    </message>
    <message>
        <source>measurement settings are {0}; an object with some of {1} is needed</source>
        <translation>측정 설정이 {0}임. 다음 항목을 가진 객체가 필요함: {1}</translation>
    </message>
    <message>
        <source>measuring the memory&apos;s bandwidth needs about {0} of memory and {1} is free</source>
        <translation>메모리 대역폭을 측정하려면 메모리가 약 {0} 필요하나 {1} 남음</translation>
    </message>
    <message>
        <source>measuring this network needs about {0} of memory and {1} is free; take a smaller batch, width or resolution</source>
        <translation>이 네트워크를 측정하려면 메모리가 약 {0} 필요하나 {1} 남음. 배치, 폭 또는 해상도를 줄이십시오</translation>
    </message>
    <message>
        <source>measuring: {0} of {1} runs</source>
        <translation>측정: 실행 {0}/{1}</translation>
    </message>
    <message>
        <source>names = {0}; a list with the name of each of the {1} recipes is needed</source>
        <translation>names = {0}: 레시피 {1}개의 이름을 담은 목록이 필요함</translation>
    </message>
    <message>
        <source>no CUDA graph can be captured of this network: {0}</source>
        <translation>이 네트워크의 CUDA 그래프를 기록할 수 없음: {0}</translation>
    </message>
    <message>
        <source>no column is called {0}; there are: {1}</source>
        <translation>{0}: 그런 열 없음. 있는 열: {1}</translation>
    </message>
    <message>
        <source>no column named {0}; there are: {1}</source>
        <translation>{0}: 그런 열 없음. 있는 열: {1}</translation>
    </message>
    <message>
        <source>no comparison {0} in {1}; it may have been deleted</source>
        <translation>비교 {0}: {1}에 없음. 삭제되었을 수 있음</translation>
    </message>
    <message>
        <source>no convention of counting parameters named {0}; there are: {1}</source>
        <translation>{0}: 그런 파라미터 계수 방식 없음. 있는 방식: {1}</translation>
    </message>
    <message>
        <source>no counting rule named {0}; there are: {1}</source>
        <translation>{0}: 그런 계수 규칙 없음. 있는 규칙: {1}</translation>
    </message>
    <message>
        <source>no device named {0} on this machine; there are: {1}</source>
        <translation>{0}: 이 기기에 그런 장치 없음. 있는 장치: {1}</translation>
    </message>
    <message>
        <source>no difference shown: the ratio is {0}, its {1} % interval {2} holds 1 but is wider than ±{3} %; measure longer</source>
        <translation>차이가 보이지 않음: 비율 {0}, {1} % 구간 {2}에 1이 들어가나 ±{3} %보다 넓음. 더 오래 측정하십시오</translation>
    </message>
    <message>
        <source>no difference that counts: {0} takes {1} times as long ({2} % interval {3}), within ±{4} %</source>
        <translation>의미 있는 차이 없음: {0} 쪽이 {1}배({2} % 구간 {3})로 ±{4} % 안</translation>
    </message>
    <message>
        <source>no difference: the ratio is {0}, its {1} % interval {2} holds 1 and lies within ±{3} %</source>
        <translation>차이 없음: 비율 {0}, {1} % 구간 {2}에 1이 들어가고 ±{3} % 안에 있음</translation>
    </message>
    <message>
        <source>no job named {0} here; there are: {1}</source>
        <translation>{0}: 그런 작업 없음. 있는 작업: {1}</translation>
    </message>
    <message>
        <source>no knob named {0}; this architecture has: {1}</source>
        <translation>{0}: 그런 노브 없음. 이 아키텍처의 노브: {1}</translation>
    </message>
    <message>
        <source>no measurement setting named {0}; there are: {1}</source>
        <translation>{0}: 그런 측정 설정 없음. 있는 설정: {1}</translation>
    </message>
    <message>
        <source>no measurement {0} in {1}; it may have been deleted</source>
        <translation>측정 {0}: {1}에 없음. 삭제되었을 수 있음</translation>
    </message>
    <message>
        <source>no network of this sweep has {0} at {1}; places are {2}</source>
        <translation>이 스윕에는 {1}에 {0} 노브를 가진 네트워크가 없음. 가능한 위치: {2}</translation>
    </message>
    <message>
        <source>no precision named {0}; there are: {1}</source>
        <translation>{0}: 그런 정밀도 없음. 있는 정밀도: {1}</translation>
    </message>
    <message>
        <source>no preset named {0}; there are: {1}</source>
        <translation>{0}: 그런 프리셋 없음. 있는 프리셋: {1}</translation>
    </message>
    <message>
        <source>no ready comparison named {0}; there are: {1}</source>
        <translation>{0}: 그런 준비된 비교 없음. 있는 비교: {1}</translation>
    </message>
    <message>
        <source>no runtime named {0}; there are: {1}</source>
        <translation>{0}: 그런 런타임 없음. 있는 런타임: {1}</translation>
    </message>
    <message>
        <source>no scheduler answers at {0}: {1}</source>
        <translation>{0}: 응답하는 스케줄러 없음. {1}</translation>
    </message>
    <message>
        <source>no time by operator: {0}</source>
        <translation>연산 종류별 시간 없음: {0}</translation>
    </message>
    <message>
        <source>no width α of {0} with these groups can be built</source>
        <translation>이 그룹 수로 만들 수 있는 {0}의 폭 α가 없음</translation>
    </message>
    <message>
        <source>no worker as asked for at {0}; there are: {1}</source>
        <translation>{0}: 요청한 워커 없음. 있는 워커: {1}</translation>
    </message>
    <message>
        <source>no worker is chosen</source>
        <translation>고른 워커가 없음</translation>
    </message>
    <message>
        <source>no worker named {0}; there are: {1}</source>
        <translation>{0}: 그런 워커 없음. 있는 워커: {1}</translation>
    </message>
    <message>
        <source>no worker offers to measure (dask worker … --resources {0}=1); there are: {1}</source>
        <translation>측정을 맡는 워커가 없음(dask worker … --resources {0}=1). 있는 워커: {1}</translation>
    </message>
    <message>
        <source>no worker {0} with the tags asked for; there are: {1}</source>
        <translation>요청한 태그를 가진 워커 {0} 없음. 있는 워커: {1}</translation>
    </message>
    <message>
        <source>noisy: other processes kept {0} processors busy</source>
        <translation>잡음: 다른 프로세스가 프로세서 {0}개를 쓰고 있었음</translation>
    </message>
    <message>
        <source>noisy: the middle half of the runs spreads over {0} % of the median</source>
        <translation>잡음: 실행의 가운데 절반이 중앙값의 {0} %에 걸쳐 퍼져 있음</translation>
    </message>
    <message>
        <source>noisy: the middle half of the runs spreads over {0} % of the median, other processes kept {1} processors busy</source>
        <translation>잡음: 실행의 가운데 절반이 중앙값의 {0} %에 걸쳐 퍼져 있고, 다른 프로세스가 프로세서 {1}개를 쓰고 있었음</translation>
    </message>
    <message>
        <source>none of the workers chosen offers to measure: start one with --resources &quot;measure=1&quot;</source>
        <translation>고른 워커 가운데 측정을 맡는 것이 없음: --resources &quot;measure=1&quot;로 하나를 시작하십시오</translation>
    </message>
    <message>
        <source>not a comparison: the file has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation>비교 파일이 아님: &quot;format&quot;: &quot;{0}&quot; 없음</translation>
    </message>
    <message>
        <source>not a file of own architectures: {0}; folder and file are needed</source>
        <translation>사용자 아키텍처 파일이 아님: {0}. 폴더와 파일이 필요함</translation>
    </message>
    <message>
        <source>not a knob of {0}; select the whole network or another place</source>
        <translation>{0}의 노브가 아님. 네트워크 전체나 다른 위치를 선택하십시오</translation>
    </message>
    <message>
        <source>not a line of JSON: {0}</source>
        <translation>JSON 줄이 아님: {0}</translation>
    </message>
    <message>
        <source>not a recipe: the file has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation>레시피가 아님: &quot;format&quot;: &quot;{0}&quot; 없음</translation>
    </message>
    <message>
        <source>not a story: the file has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation>스토리가 아님: &quot;format&quot;: &quot;{0}&quot; 없음</translation>
    </message>
    <message>
        <source>not a sweep: the document has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation>스윕이 아님: &quot;format&quot;: &quot;{0}&quot; 없음</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>요청하지 않음</translation>
    </message>
    <message>
        <source>nothing at {0} uses {1}; places are: {2}</source>
        <translation>{0}: {1} 노브를 쓰지 않음. 가능한 위치: {2}</translation>
    </message>
    <message>
        <source>nothing but the layer&apos;s own shape is possible over {0}: {1}</source>
        <translation>{0}에 대해서는 층 자신의 모양 말고 가능한 것이 없음: {1}</translation>
    </message>
    <message>
        <source>nothing is shuffled in {0}, whatever g is</source>
        <translation>{0}에서는 g와 관계없이 셔플하는 것이 없음</translation>
    </message>
    <message>
        <source>nothing stands after {0}</source>
        <translation>{0} 뒤에 아무것도 없음</translation>
    </message>
    <message>
        <source>nothing stands before {0}</source>
        <translation>{0} 앞에 아무것도 없음</translation>
    </message>
    <message>
        <source>nothing stands between the quotation marks</source>
        <translation>따옴표 사이에 아무것도 없음</translation>
    </message>
    <message>
        <source>only the median of {0} runs is known</source>
        <translation>실행 {0}회의 중앙값만 알려짐</translation>
    </message>
    <message>
        <source>operators = {0} is not allowed; allowed: true, false</source>
        <translation>operators = {0}: 허용되지 않음. 허용: true, false</translation>
    </message>
    <message>
        <source>opset = {0} is not allowed; allowed: whole numbers {1} to {2}</source>
        <translation>opset = {0}: 허용되지 않음. 허용: {1}~{2}의 정수</translation>
    </message>
    <message>
        <source>opset {0} is not possible for this network ({1}); take {2} or newer</source>
        <translation>opset {0}: 이 네트워크에는 쓸 수 없음({1}). {2} 이상을 고르십시오</translation>
    </message>
    <message>
        <source>path is {0}; a file name is needed</source>
        <translation>path 값이 {0}임. 파일 이름이 필요함</translation>
    </message>
    <message>
        <source>peaks: {0}</source>
        <translation>최대 성능: {0}</translation>
    </message>
    <message>
        <source>pin {0} of the comparison is malformed: {1}; an object with a &quot;name&quot; and a &quot;recipe&quot; is needed</source>
        <translation>비교의 핀 {0}이(가) 잘못됨: {1}. &quot;name&quot;과 &quot;recipe&quot;를 가진 객체가 필요함</translation>
    </message>
    <message>
        <source>pin {0} of the comparison: {1}</source>
        <translation>비교의 핀 {0}: {1}</translation>
    </message>
    <message>
        <source>preparing {0}</source>
        <translation>준비하는 중: {0}</translation>
    </message>
    <message>
        <source>press Look: the scheduler&apos;s workers are not known yet</source>
        <translation>‘찾기’를 누르십시오. 스케줄러의 워커를 아직 모름</translation>
    </message>
    <message>
        <source>published record {0} has an unknown field {1}; there are: {2}</source>
        <translation>발표 기록 {0}: 모르는 필드 {1}. 있는 필드: {2}</translation>
    </message>
    <message>
        <source>published record {0} is matched twice; one recipe is needed</source>
        <translation>발표 기록 {0}: 두 번 대응됨. 레시피 하나가 필요함</translation>
    </message>
    <message>
        <source>published record {0} needs exactly one verdict: a match, or the reason why it has none</source>
        <translation>발표 기록 {0}: 판정이 정확히 하나 필요함. 대응, 또는 대응이 없는 까닭</translation>
    </message>
    <message>
        <source>published record {0}: kind is {1}; allowed: {2}</source>
        <translation>발표 기록 {0}: kind 값이 {1}임. 허용: {2}</translation>
    </message>
    <message>
        <source>published record {0}: latency is {1}; a device and ms above 0 are needed</source>
        <translation>발표 기록 {0}: latency 값이 {1}임. 장치와 0보다 큰 ms가 필요함</translation>
    </message>
    <message>
        <source>published record {0}: source is {1}; paper, table and url are needed</source>
        <translation>발표 기록 {0}: source 값이 {1}임. paper, table, url이 필요함</translation>
    </message>
    <message>
        <source>published record {0}: url is {1}; allowed: a web address, or nothing where none is known</source>
        <translation>발표 기록 {0}: url 값이 {1}임. 허용: 웹 주소, 모르면 빈 값</translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: 0 to 100 per cent</source>
        <translation>발표 기록 {0}: {1} 값이 {2}임. 허용: 0~100 %</translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: a finite number</source>
        <translation>발표 기록 {0}: {1} 값이 {2}임. 허용: 유한한 수</translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: millions above 0</source>
        <translation>발표 기록 {0}: {1} 값이 {2}임. 허용: 0보다 큰 백만 단위 수</translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: {3}</source>
        <translation>발표 기록 {0}: {1} 값이 {2}임. 허용: {3}</translation>
    </message>
    <message>
        <source>random, seed {0}; BatchNorm statistics and affine weights seeded too</source>
        <translation>무작위, 시드 {0}. BatchNorm의 통계와 아핀 가중치도 시드로 정함</translation>
    </message>
    <message>
        <source>recipe version {0} cannot be read; this program reads version {1}</source>
        <translation>레시피 버전 {0}: 읽을 수 없음. 이 프로그램은 버전 {1}까지 읽음</translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; &quot;dataset&quot;, &quot;digest&quot; and &quot;note&quot; are texts</source>
        <translation>정확도가 잘못된 레시피: {0}. &quot;dataset&quot;, &quot;digest&quot;, &quot;note&quot;는 글이어야 함</translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; &quot;top1&quot; and &quot;top5&quot; are per cent</source>
        <translation>정확도가 잘못된 레시피: {0}. &quot;top1&quot;과 &quot;top5&quot;는 퍼센트여야 함</translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; an object is needed</source>
        <translation>정확도가 잘못된 레시피: {0}. 객체가 필요함</translation>
    </message>
    <message>
        <source>recipe with malformed knobs: {0}; an object of knob: value is needed</source>
        <translation>노브가 잘못된 레시피: {0}. 노브: 값의 객체가 필요함</translation>
    </message>
    <message>
        <source>recipe with malformed overrides: {0}; an object of path: {{knob: value}} is needed</source>
        <translation>부분 설정이 잘못된 레시피: {0}. 경로: {{노브: 값}}의 객체가 필요함</translation>
    </message>
    <message>
        <source>recipe with malformed weights: &quot;path&quot; is {0}; a file name is needed</source>
        <translation>가중치가 잘못된 레시피: &quot;path&quot; 값이 {0}임. 파일 이름이 필요함</translation>
    </message>
    <message>
        <source>recipe with malformed weights: &quot;sha256&quot; is {0}; 64 hexadecimal digits are needed</source>
        <translation>가중치가 잘못된 레시피: &quot;sha256&quot; 값이 {0}임. 16진수 64자리가 필요함</translation>
    </message>
    <message>
        <source>recipe with malformed weights: {0}; an object with &quot;path&quot; and &quot;sha256&quot; is needed</source>
        <translation>가중치가 잘못된 레시피: {0}. &quot;path&quot;와 &quot;sha256&quot;을 가진 객체가 필요함</translation>
    </message>
    <message>
        <source>recipe without a preset: &quot;preset&quot; is {0}, a name is needed</source>
        <translation>프리셋이 없는 레시피: &quot;preset&quot; 값이 {0}임. 이름이 필요함</translation>
    </message>
    <message>
        <source>recipes = {0}; a list of 2 to {1} recipes is needed</source>
        <translation>recipes = {0}: 레시피 2~{1}개의 목록이 필요함</translation>
    </message>
    <message>
        <source>rule is {0}; a name is needed</source>
        <translation>rule 값이 {0}임. 이름이 필요함</translation>
    </message>
    <message>
        <source>runs another version of this program; it would count otherwise</source>
        <translation>이 프로그램의 다른 버전을 실행함. 결과가 다르게 나올 수 있음</translation>
    </message>
    <message>
        <source>runtimes = {0} is not allowed; a list with some of {1} is needed</source>
        <translation>runtimes = {0}: 허용되지 않음. 다음을 담은 목록이 필요함: {1}</translation>
    </message>
    <message>
        <source>sample = {0} is not allowed; allowed: whole numbers from 0 (all points)</source>
        <translation>sample = {0}: 허용되지 않음. 허용: 0(모든 점) 이상의 정수</translation>
    </message>
    <message>
        <source>scattered: interruptions that hit another layer in each run make up {0} % of a run; no layer has them</source>
        <translation>흩어짐: 실행마다 다른 층에 걸리는 방해가 한 실행의 {0} %를 차지함. 어느 층에도 넣지 않음</translation>
    </message>
    <message>
        <source>seed = {0} is not allowed; allowed: whole numbers from 0</source>
        <translation>seed = {0}: 허용되지 않음. 허용: 0 이상의 정수</translation>
    </message>
    <message>
        <source>shape {0} cannot be viewed as {1}</source>
        <translation>모양 {0}: {1} 모양으로 볼 수 없음</translation>
    </message>
    <message>
        <source>shapes {0} and {1} cannot be multiplied as matrices</source>
        <translation>모양 {0}, {1}: 행렬로 곱할 수 없음</translation>
    </message>
    <message>
        <source>shapes {0} cannot be concatenated along dimension {1}</source>
        <translation>모양 {0}: 차원 {1}에서 이어붙일 수 없음</translation>
    </message>
    <message>
        <source>shapes {0} do not fit together</source>
        <translation>모양 {0}: 서로 맞지 않음</translation>
    </message>
    <message>
        <source>short: {0} of {1} runs fit into {2} s</source>
        <translation>부족: 실행 {1}회 가운데 {0}회만 {2} s 안에 들어감</translation>
    </message>
    <message>
        <source>stage 2 has to be wider ({0}) by a multiple of its {1} groups</source>
        <translation>스테이지 2는 그룹 {1}개의 배수만큼 더 넓어야 함({0})</translation>
    </message>
    <message>
        <source>stamps cost {0} {1} a run ({2}): in every kind, taken away in the row “− stamps”</source>
        <translation>시각 기록의 비용 {0} {1}(실행마다, {2}): 모든 종류에 들어 있으며 “− 시각 기록” 행에서 뺌</translation>
    </message>
    <message>
        <source>stamps: {0} measured ({1}), {2} µs a layer, {3} µs an operation; not subtracted</source>
        <translation>시각 기록: {0} 측정({1}), 층마다 {2} µs, 연산마다 {3} µs. 빼지 않음</translation>
    </message>
    <message>
        <source>stem and reductions need {0} px; the small stem takes less</source>
        <translation>스템과 축소에 {0} px가 필요함. small 스템은 더 작아도 됨</translation>
    </message>
    <message>
        <source>stem {0} channels (2k)</source>
        <translation>스템의 채널 {0}개(2k)</translation>
    </message>
    <message>
        <source>stem {0} channels (multiple of 8)</source>
        <translation>스템의 채널 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>stem {0}, last convolution {1} channels (multiples of 8)</source>
        <translation>스템 {0}, 마지막 합성곱 {1} 채널(8의 배수)</translation>
    </message>
    <message>
        <source>stem {0}, last {1} channels (multiples of 8)</source>
        <translation>스템 {0}, 마지막 {1} 채널(8의 배수)</translation>
    </message>
    <message>
        <source>stem {0}, stages {1}, {2}, {3} channels (multiples of {4})</source>
        <translation>스템 {0}, 스테이지 {1}, {2}, {3} 채널({4}의 배수)</translation>
    </message>
    <message>
        <source>stem {0}, {1} channels (multiples of 8)</source>
        <translation>스템 {0}, {1} 채널(8의 배수)</translation>
    </message>
    <message>
        <source>stem {0}, {1}, {2}, {3} channels (multiples of 8)</source>
        <translation>스템 {0}, {1}, {2}, {3} 채널(8의 배수)</translation>
    </message>
    <message>
        <source>step {0} has no recipe: {{&quot;preset&quot;: …, &quot;knobs&quot;: …, &quot;at&quot;: …}} is needed</source>
        <translation>단계 {0}: 레시피 없음. {{&quot;preset&quot;: …, &quot;knobs&quot;: …, &quot;at&quot;: …}}이 필요함</translation>
    </message>
    <message>
        <source>step {0} is {1}; an object is needed</source>
        <translation>단계 {0}: 값이 {1}임. 객체가 필요함</translation>
    </message>
    <message>
        <source>step {0}: &quot;code&quot; is {1}; allowed: true, false</source>
        <translation>단계 {0}: &quot;code&quot; 값이 {1}임. 허용: true, false</translation>
    </message>
    <message>
        <source>step {0}: &quot;measure&quot; is {1}; allowed: true, false</source>
        <translation>단계 {0}: &quot;measure&quot; 값이 {1}임. 허용: true, false</translation>
    </message>
    <message>
        <source>step {0}: &quot;open&quot; is {1}; a list of module paths is needed</source>
        <translation>단계 {0}: &quot;open&quot; 값이 {1}임. 모듈 경로의 목록이 필요함</translation>
    </message>
    <message>
        <source>step {0}: &quot;select&quot; is {1}; a module path is needed</source>
        <translation>단계 {0}: &quot;select&quot; 값이 {1}임. 모듈 경로가 필요함</translation>
    </message>
    <message>
        <source>step {0}: &quot;view&quot; is {1}; an object is needed</source>
        <translation>단계 {0}: &quot;view&quot; 값이 {1}임. 객체가 필요함</translation>
    </message>
    <message>
        <source>step {0}: &quot;{1}&quot; is {2}; a text is needed</source>
        <translation>단계 {0}: &quot;{1}&quot; 값이 {2}임. 글이 필요함</translation>
    </message>
    <message>
        <source>step {0}: &quot;{1}&quot; is {2}; allowed: {3}</source>
        <translation>단계 {0}: &quot;{1}&quot; 값이 {2}임. 허용: {3}</translation>
    </message>
    <message>
        <source>step {0}: &quot;{1}&quot; means nothing here; allowed: {2}</source>
        <translation>단계 {0}: &quot;{1}&quot;은(는) 여기서 뜻이 없음. 허용: {2}</translation>
    </message>
    <message>
        <source>step {0}: a recipe is {1}; {{&quot;preset&quot;: …, &quot;knobs&quot;: …, &quot;at&quot;: …}} is needed</source>
        <translation>단계 {0}: 레시피가 {1}임. {{&quot;preset&quot;: …, &quot;knobs&quot;: …, &quot;at&quot;: …}}이 필요함</translation>
    </message>
    <message>
        <source>step {0}: a single brace in its text; write {{{{ for {{ and }}}} for }}</source>
        <translation>단계 {0}: 글에 중괄호가 하나 있음. {{ 대신 {{{{, }} 대신 }}}}를 쓰십시오</translation>
    </message>
    <message>
        <source>step {0}: its text asks for {1}; allowed: {2}</source>
        <translation>단계 {0}: 글이 {1}을(를) 요구함. 허용: {2}</translation>
    </message>
    <message>
        <source>step {0}: the library has no preset {1}</source>
        <translation>단계 {0}: 라이브러리에 프리셋 {1} 없음</translation>
    </message>
    <message>
        <source>step {0}: {1}</source>
        <translation>단계 {0}: {1}</translation>
    </message>
    <message>
        <source>step {0}: {1} has no knob {2}; allowed: {3}</source>
        <translation>단계 {0}: {1}에 노브 {2} 없음. 허용: {3}</translation>
    </message>
    <message>
        <source>story version {0} cannot be read; this program reads version {1}</source>
        <translation>스토리 버전 {0}: 읽을 수 없음. 이 프로그램은 버전 {1}까지 읽음</translation>
    </message>
    <message>
        <source>sweep version {0} cannot be read; this program reads version {1}</source>
        <translation>스윕 버전 {0}: 읽을 수 없음. 이 프로그램은 버전 {1}까지 읽음</translation>
    </message>
    <message>
        <source>takes longer than {0} s</source>
        <translation>{0} s를 넘음</translation>
    </message>
    <message>
        <source>the axis {0} has a value twice: {1}</source>
        <translation>축 {0}: 값이 두 번 있음({1})</translation>
    </message>
    <message>
        <source>the axis {0} has no values</source>
        <translation>축 {0}: 값이 없음</translation>
    </message>
    <message>
        <source>the catalogue cannot be read: {0}</source>
        <translation>카탈로그를 읽을 수 없음: {0}</translation>
    </message>
    <message>
        <source>the catalogue {0} cannot be read: {1}</source>
        <translation>카탈로그 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the counts of published networks {0} cannot be read: {1}</source>
        <translation>발표된 네트워크의 계수 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the data set needs a name of 1 to {0} characters</source>
        <translation>데이터 집합의 이름은 1~{0}자여야 함</translation>
    </message>
    <message>
        <source>the explanations {0} cannot be read: {1}</source>
        <translation>설명 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the folder {0} cannot be made: {1}</source>
        <translation>폴더 {0}: 만들 수 없음. {1}</translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation>폴더 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the folder {0} of own architectures is not there</source>
        <translation>사용자 아키텍처의 폴더 {0}: 없음</translation>
    </message>
    <message>
        <source>the journal {0} cannot be written: {1}</source>
        <translation>저널 {0}: 쓸 수 없음. {1}</translation>
    </message>
    <message>
        <source>the kept work cannot be read: its steps do not lead to its recipe ({0})</source>
        <translation>보관한 작업을 읽을 수 없음: 단계가 그 레시피에 이르지 않음({0})</translation>
    </message>
    <message>
        <source>the kept work cannot be read: step {0} of {1}</source>
        <translation>보관한 작업을 읽을 수 없음: {1}의 단계 {0}</translation>
    </message>
    <message>
        <source>the kept work cannot be read: {0}</source>
        <translation>보관한 작업을 읽을 수 없음: {0}</translation>
    </message>
    <message>
        <source>the library has no preset {0} (any more)</source>
        <translation>라이브러리에 프리셋 {0} 없음(또는 더 이상 없음)</translation>
    </message>
    <message>
        <source>the lock {0} that keeps measurements apart cannot be opened: {1}</source>
        <translation>측정을 하나씩 하게 하는 잠금 {0}: 열 수 없음. {1}</translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be opened: {1}</source>
        <translation>측정 저장소 {0}: 열 수 없음. {1}</translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be read: {1}</source>
        <translation>측정 저장소 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be written: {1}</source>
        <translation>측정 저장소 {0}: 쓸 수 없음. {1}</translation>
    </message>
    <message>
        <source>the memory of {0} ran out with {1} images at once; take a smaller batch, width or resolution</source>
        <translation>{0}: 영상 {1}장을 한 번에 처리하다 메모리가 모자람. 배치, 폭 또는 해상도를 줄이십시오</translation>
    </message>
    <message>
        <source>the name {0} is not allowed; letters, digits and _ . + - are</source>
        <translation>이름 {0}: 허용되지 않음. 글자, 숫자, _ . + - 만 쓸 수 있음</translation>
    </message>
    <message>
        <source>the networks chosen have no knob in common at {0}</source>
        <translation>고른 네트워크들이 {0}에서 공통으로 가진 노브가 없음</translation>
    </message>
    <message>
        <source>the process that analysed it ended {0} times</source>
        <translation>분석하던 프로세스가 {0}번 끝남</translation>
    </message>
    <message>
        <source>the process that measured it ended {0} times</source>
        <translation>측정하던 프로세스가 {0}번 끝남</translation>
    </message>
    <message>
        <source>the published results {0} cannot be read: {1}</source>
        <translation>발표 결과 {0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>the quotation mark before {0} is not closed</source>
        <translation>{0} 앞의 따옴표가 닫히지 않음</translation>
    </message>
    <message>
        <source>the scheduler has no workers yet</source>
        <translation>스케줄러에 아직 워커가 없음</translation>
    </message>
    <message>
        <source>the scheduler&apos;s address {0} is not tcp://HOST:PORT or tls://HOST:PORT</source>
        <translation>스케줄러의 주소 {0}: tcp://HOST:PORT도 tls://HOST:PORT도 아님</translation>
    </message>
    <message>
        <source>the sweep cannot be read: {0}</source>
        <translation>스윕을 읽을 수 없음: {0}</translation>
    </message>
    <message>
        <source>the sweep has {0} points; allowed: up to {1}. Take fewer values, or a sample</source>
        <translation>스윕의 점이 {0}개임. 허용: {1}개까지. 값을 줄이거나 표본을 쓰십시오</translation>
    </message>
    <message>
        <source>the sweep has {0} points; the window takes up to {1}. Take fewer values or a sample, or use main.py sweep</source>
        <translation>스윕의 점이 {0}개임. 창은 {1}개까지 다룸. 값을 줄이거나 표본을 쓰거나 main.py sweep을 쓰십시오</translation>
    </message>
    <message>
        <source>the sweep {0} is running in another process</source>
        <translation>스윕 {0}: 다른 프로세스에서 실행 중임</translation>
    </message>
    <message>
        <source>the times of {0} are no times</source>
        <translation>{0}의 시간이 시간이 아님</translation>
    </message>
    <message>
        <source>the times of {0} are of another recipe than its digest says</source>
        <translation>{0}의 시간이 digest와 다른 레시피의 것임</translation>
    </message>
    <message>
        <source>the weights take {0}; one ONNX file holds at most {1}</source>
        <translation>가중치 크기 {0}. ONNX 파일 하나에는 {1}까지 들어감</translation>
    </message>
    <message>
        <source>the {0} process cannot be started: {1}</source>
        <translation>{0} 프로세스를 시작할 수 없음: {1}</translation>
    </message>
    <message>
        <source>the {0} process ended ({1}) before it could finish</source>
        <translation>{0} 프로세스가 마치기 전에 끝남({1})</translation>
    </message>
    <message>
        <source>there is a ) without a (</source>
        <translation>여는 괄호 없이 닫는 괄호 )가 있음</translation>
    </message>
    <message>
        <source>there is no file {0}</source>
        <translation>파일 {0} 없음</translation>
    </message>
    <message>
        <source>there is no layer {0} in this network; there are: {1}</source>
        <translation>이 네트워크에 층 {0} 없음. 있는 층: {1}</translation>
    </message>
    <message>
        <source>there is no measurement store to read from</source>
        <translation>읽을 측정 저장소가 없음</translation>
    </message>
    <message>
        <source>there is no place {0} in this network; {1}</source>
        <translation>이 네트워크에 위치 {0} 없음. {1}</translation>
    </message>
    <message>
        <source>there is no preset {0} in the library now</source>
        <translation>지금 라이브러리에 프리셋 {0} 없음</translation>
    </message>
    <message>
        <source>there is no shortcut to weigh</source>
        <translation>가중할 shortcut이 없음</translation>
    </message>
    <message>
        <source>there is no sweep to save</source>
        <translation>저장할 스윕이 없음</translation>
    </message>
    <message>
        <source>there is no weights file {0}</source>
        <translation>가중치 파일 {0} 없음</translation>
    </message>
    <message>
        <source>there is nothing to draw: {0}</source>
        <translation>그릴 것이 없음: {0}</translation>
    </message>
    <message>
        <source>there is nothing to save yet: {0}</source>
        <translation>아직 저장할 것이 없음: {0}</translation>
    </message>
    <message>
        <source>these layers together need about {0} of memory and {1} is free; take a smaller batch or layer</source>
        <translation>이 층들에 모두 약 {0}의 메모리가 필요하나 {1} 남음. 배치나 층을 줄이십시오</translation>
    </message>
    <message>
        <source>these networks together need about {0} of memory, {1} is free; take fewer or smaller ones, a smaller batch</source>
        <translation>이 네트워크들에 모두 약 {0}의 메모리가 필요하나 {1} 남음. 수, 크기 또는 배치를 줄이십시오</translation>
    </message>
    <message>
        <source>this network needs about {0} on the device, {1} is free there; take a smaller batch, width or resolution</source>
        <translation>이 네트워크에는 장치 메모리가 약 {0} 필요하나 {1} 남음. 배치, 폭 또는 해상도를 줄이십시오</translation>
    </message>
    <message>
        <source>tls:// needs three files: authority (--tls-ca), certificate (--tls-cert) and key (--tls-key)</source>
        <translation>tls://에는 파일 세 개가 필요함: 인증 기관(--tls-ca), 인증서(--tls-cert), 키(--tls-key)</translation>
    </message>
    <message>
        <source>too few rounds to tell a difference between {0} and {1}: the ratio was {2}</source>
        <translation>{0}, {1}: 차이를 말하기에 회전이 모자람. 비율은 {2}</translation>
    </message>
    <message>
        <source>top-5 = {0} is below top-1 = {1}</source>
        <translation>top-5 = {0}: top-1 = {1}보다 작음</translation>
    </message>
    <message>
        <source>torch.compile cannot compile this network: {0}</source>
        <translation>torch.compile로 이 네트워크를 컴파일할 수 없음: {0}</translation>
    </message>
    <message>
        <source>torch.compile needs a C++ compiler; none of {0} is installed</source>
        <translation>torch.compile에는 C++ 컴파일러가 필요함. 설치된 것 없음: {0}</translation>
    </message>
    <message>
        <source>trying {0}</source>
        <translation>시험하는 중: {0}</translation>
    </message>
    <message>
        <source>two groups: {0} % of the runs take about {1} ms, the others {2} ms</source>
        <translation>두 무리: 실행의 {0} %는 약 {1} ms, 나머지는 약 {2} ms</translation>
    </message>
    <message>
        <source>two of the networks are the same; name each once</source>
        <translation>같은 네트워크가 두 번 있음. 한 번씩만 적으십시오</translation>
    </message>
    <message>
        <source>two sides are compared with =, as in {0}=3×3</source>
        <translation>두 변은 =로 비교함. 예: {0}=3×3</translation>
    </message>
    <message>
        <source>type the scheduler&apos;s address, such as {0}</source>
        <translation>스케줄러의 주소를 입력하십시오. 예: {0}</translation>
    </message>
    <message>
        <source>undecided: {0} takes {1} times as long ({2} % interval {3}), which reaches into ±{4} %; measure longer</source>
        <translation>결정 안 됨: {0} 쪽이 {1}배({2} % 구간 {3})로 ±{4} % 안에 걸침. 더 오래 측정하십시오</translation>
    </message>
    <message>
        <source>unmatched: {0} layers of the analysis were not seen in the run; their time lies between layers</source>
        <translation>불일치: 분석의 층 {0}개가 실행에서 보이지 않음. 그 시간은 층 사이에 들어감</translation>
    </message>
    <message>
        <source>warm-up: after {0} runs they were still getting faster by more than {1} %</source>
        <translation>워밍업: {0}회 실행 뒤에도 {1} % 넘게 빨라지고 있었음</translation>
    </message>
    <message>
        <source>warm-up: {0} of {1} pairs of runs</source>
        <translation>워밍업: 실행 쌍 {0}/{1}</translation>
    </message>
    <message>
        <source>warm-up: {0} of {1} rounds</source>
        <translation>워밍업: {0}/{1}회전</translation>
    </message>
    <message>
        <source>warm-up: {0} of {1} runs</source>
        <translation>워밍업: 실행 {0}/{1}</translation>
    </message>
    <message>
        <source>what should stand after {0}?</source>
        <translation>{0} 뒤에 무엇이 와야 합니까?</translation>
    </message>
    <message>
        <source>wide: the interval of the median is {0} % wide; {1} % was not reached in {2} s</source>
        <translation>넓음: 중앙값의 구간 너비가 {0} %임. {2} s 안에 {1} %에 이르지 못함</translation>
    </message>
    <message>
        <source>wide: the interval of the ratio is {0} % of it wide; {1} % was not reached in {2} s</source>
        <translation>넓음: 비율의 구간 너비가 {0} %임. {2} s 안에 {1} %에 이르지 못함</translation>
    </message>
    <message>
        <source>width {0} ({1} × {2}, multiple of 8)</source>
        <translation>폭 {0}({1} × {2}, 8의 배수)</translation>
    </message>
    <message>
        <source>width {0}, depth {1}, {2} px, dropout {3}</source>
        <translation>폭 {0}, 깊이 {1}, {2} px, 드롭아웃 {3}</translation>
    </message>
    <message>
        <source>with BatchNorm folded the layers are no longer those of the analysis; time them without fold</source>
        <translation>BatchNorm을 접으면 층이 분석의 층과 달라짐. 접지 않고 재십시오</translation>
    </message>
    <message>
        <source>with g = {0} nothing is shuffled here; compared with g = {1}</source>
        <translation>g = {0}: 여기서 셔플하는 것이 없음. 비교 대상: g = {1}</translation>
    </message>
    <message>
        <source>without a 1×1 layer nothing in a basic block would mix the channels</source>
        <translation>1×1 층이 없으면 basic 블록에서 채널을 섞을 것이 없음</translation>
    </message>
    <message>
        <source>worker {0} </source>
        <translation>워커 {0} </translation>
    </message>
    <message>
        <source>writing {0}, {1} of {2}</source>
        <translation>쓰는 중: {0}, {1}/{2}</translation>
    </message>
    <message>
        <source>zeros cannot fill {0} channels up to {1}</source>
        <translation>채널 {0}개를 0으로 채워 {1}개로 만들 수 없음</translation>
    </message>
    <message>
        <source>{0} + {1} channels</source>
        <translation>채널 {0} + {1}개</translation>
    </message>
    <message>
        <source>{0} = {1} is not a number; allowed: {2}</source>
        <translation>{0} = {1}: 수가 아님. 허용: {2}</translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: per cent from 0 to 100</source>
        <translation>{0} = {1}: 허용되지 않음. 허용: 0~100 %</translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: true, false</source>
        <translation>{0} = {1}: 허용되지 않음. 허용: true, false</translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: {2}</source>
        <translation>{0} = {1}: 허용되지 않음. 허용: {2}</translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: {2}{3} to {4}</source>
        <translation>{0} = {1}: 허용되지 않음. 허용: {2}{3}~{4}</translation>
    </message>
    <message>
        <source>{0} = {1} is not possible at {2}: {3}; possible here: {4}</source>
        <translation>{0} = {1}: {2}에서 불가능함. {3}. 여기서 가능: {4}</translation>
    </message>
    <message>
        <source>{0} = {1} is not possible here: {2}; possible here: {3}</source>
        <translation>{0} = {1}: 여기서 불가능함. {2}. 여기서 가능: {3}</translation>
    </message>
    <message>
        <source>{0} acts on the whole network and cannot be set at {1}</source>
        <translation>{0}: 네트워크 전체에 작용하므로 {1}에서 정할 수 없음</translation>
    </message>
    <message>
        <source>{0} against {1}</source>
        <translation>{0} 대 {1}</translation>
    </message>
    <message>
        <source>{0} and {1} are the same network: what the method itself finds</source>
        <translation>{0}, {1}: 같은 네트워크. 방법 자체가 내는 차이</translation>
    </message>
    <message>
        <source>{0} branches side by side</source>
        <translation>나란한 분기 {0}개</translation>
    </message>
    <message>
        <source>{0} cannot be opened: its preset {1} is of the own file {2}. Add its folder with File, Own architectures…</source>
        <translation>{0}: 열 수 없음. 프리셋 {1}은(는) 사용자 파일 {2}의 것임. ‘파일, 사용자 아키텍처…’에서 폴더를 추가하십시오</translation>
    </message>
    <message>
        <source>{0} cannot be opened: the library has no preset {1}. If it is an own architecture, add its folder with File, Own architectures…</source>
        <translation>{0}: 열 수 없음. 라이브러리에 프리셋 {1} 없음. 사용자 아키텍처이면 ‘파일, 사용자 아키텍처…’에서 폴더를 추가하십시오</translation>
    </message>
    <message>
        <source>{0} cannot be opened: there is nothing inside</source>
        <translation>{0}: 열 수 없음. 안에 아무것도 없음</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation>{0}: 열 수 없음. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation>{0}: 읽을 수 없음</translation>
    </message>
    <message>
        <source>{0} cannot be read: it has no entries</source>
        <translation>{0}: 읽을 수 없음. 항목이 없음</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0}: 읽을 수 없음. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be told: {1}</source>
        <translation>{0}: 보여 줄 수 없음. {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: the ending {1} is unknown; there are: {2}</source>
        <translation>{0}: 쓸 수 없음. 모르는 확장자 {1}. 있는 것: {2}</translation>
    </message>
    <message>
        <source>{0} channels (multiple of 4)</source>
        <translation>채널 {0}개(4의 배수)</translation>
    </message>
    <message>
        <source>{0} channels (multiple of 8)</source>
        <translation>채널 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels ({1} × {2} × {3}, multiple of 8)</source>
        <translation>채널 {0}개({1} × {2} × {3}, 8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels ({1} × {2}, multiple of 8)</source>
        <translation>채널 {0}개({1} × {2}, 8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels at the end (branches are multiples of 8)</source>
        <translation>끝에서 채널 {0}개(분기는 8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels at the end (multiple of 8)</source>
        <translation>끝에서 채널 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels at the end (multiples of 8)</source>
        <translation>끝에서 채널 {0}개(8의 배수)</translation>
    </message>
    <message>
        <source>{0} channels behind the dense layers</source>
        <translation>dense 층 뒤의 채널 {0}개</translation>
    </message>
    <message>
        <source>{0} channels cannot be split into {1}</source>
        <translation>채널 {0}개를 {1}개로 나눌 수 없음</translation>
    </message>
    <message>
        <source>{0} chooses the layout of tensors itself; channels_last is for PyTorch</source>
        <translation>{0}: 텐서의 배치를 스스로 정함. channels_last는 PyTorch용임</translation>
    </message>
    <message>
        <source>{0} days ago</source>
        <translation>{0}일 전</translation>
    </message>
    <message>
        <source>{0} does not answer as PyTorch eager does: off by {1} of the largest value, {2} is allowed; no time is given</source>
        <translation>{0}: PyTorch eager와 출력이 다름. 가장 큰 값의 {1}만큼 어긋남(허용 {2}). 시간을 제시하지 않음</translation>
    </message>
    <message>
        <source>{0} does not fit {1}: it was trained from a recipe of {2}</source>
        <translation>{0}: {1}에 맞지 않음. {2} 레시피로 학습됨</translation>
    </message>
    <message>
        <source>{0} does not fit {1}: {2} of its {3} tensors ({4}, …) have a name and shape that is needed; needed are {5}, … or the names of {6}</source>
        <translation>{0}: {1}에 맞지 않음. 텐서 {3}개 가운데 {2}개({4}, …)만 필요한 이름과 모양을 가짐. 필요한 것: {5}, … 또는 {6}의 이름</translation>
    </message>
    <message>
        <source>{0} ends in {1}; allowed: {2}</source>
        <translation>{0}: 확장자가 {1}임. 허용: {2}</translation>
    </message>
    <message>
        <source>{0} exists; name a folder that does not, so that nothing is mixed</source>
        <translation>{0}: 이미 있음. 섞이지 않도록 없는 폴더 이름을 주십시오</translation>
    </message>
    <message>
        <source>{0} folds BatchNorm itself; fold is for PyTorch</source>
        <translation>{0}: BatchNorm을 스스로 접음. fold는 PyTorch용임</translation>
    </message>
    <message>
        <source>{0} follows from the network as it is built; it has no knob of its own.</source>
        <translation>{0}: 만들어진 네트워크에서 정해지는 값이며 노브가 없습니다.</translation>
    </message>
    <message>
        <source>{0} has more than {1} values</source>
        <translation>{0}: 값이 {1}개를 넘음</translation>
    </message>
    <message>
        <source>{0} has no fused form; re-parameterisation is RepVGG&apos;s</source>
        <translation>{0}: 융합된 형태 없음. 재매개변수화는 RepVGG의 것임</translation>
    </message>
    <message>
        <source>{0} has no knob {1}: {2} cannot be compared</source>
        <translation>{0}: 노브 {1} 없음. {2} 비교 불가</translation>
    </message>
    <message>
        <source>{0} has no knob {1}; sweep it alone, or take the axis away</source>
        <translation>{0}: 노브 {1} 없음. 따로 스윕하거나 그 축을 빼십시오</translation>
    </message>
    <message>
        <source>{0} has no preset; one is needed, such as Preset(&quot;{0}&quot;, &quot;Table 1&quot;)</source>
        <translation>{0}: 프리셋이 없음. Preset(&quot;{0}&quot;, &quot;Table 1&quot;)처럼 하나가 필요함</translation>
    </message>
    <message>
        <source>{0} has no total to take per cent of; macs and params have</source>
        <translation>{0}: 퍼센트를 낼 합계가 없음. macs와 params에는 있음</translation>
    </message>
    <message>
        <source>{0} has no values; type some, such as {1}</source>
        <translation>{0}: 값이 없음. 입력 예: {1}</translation>
    </message>
    <message>
        <source>{0} has no weights file: its weights are random</source>
        <translation>{0}: 가중치 파일이 없어 가중치가 무작위임</translation>
    </message>
    <message>
        <source>{0} has the MACs of {1}</source>
        <translation>{0}: {1}의 MACs와 같음</translation>
    </message>
    <message>
        <source>{0} has version {1}; this program reads version {2}</source>
        <translation>{0}: 버전 {1}임. 이 프로그램은 버전 {2}까지 읽음</translation>
    </message>
    <message>
        <source>{0} has {1} rows; the window shows up to {2}</source>
        <translation>{0}: 행이 {1}개임. 창은 {2}개까지 보임</translation>
    </message>
    <message>
        <source>{0} has {1} times the MACs of {2}</source>
        <translation>{0}: MACs가 {1}의 {2}배</translation>
    </message>
    <message>
        <source>{0} holds a name that is no text: {1}; rename it</source>
        <translation>{0}: 글이 아닌 이름 {1}이(가) 있음. 이름을 바꾸십시오</translation>
    </message>
    <message>
        <source>{0} holds another sweep that is not finished; finish it, remove it, or give another name</source>
        <translation>{0}: 끝나지 않은 다른 스윕이 들어 있음. 끝내거나 지우거나 다른 이름을 주십시오</translation>
    </message>
    <message>
        <source>{0} holds no named tensors; a state dict is needed, bare or under {1}</source>
        <translation>{0}: 이름 있는 텐서가 없음. state dict가 그대로, 또는 {1} 아래에 있어야 함</translation>
    </message>
    <message>
        <source>{0} holds values that are not finite, in {1}</source>
        <translation>{0}: 유한하지 않은 값이 있음({1})</translation>
    </message>
    <message>
        <source>{0} holds {1} Python files; a folder of architectures has at most {2}</source>
        <translation>{0}: Python 파일이 {1}개임. 아키텍처 폴더에는 {2}개까지 둠</translation>
    </message>
    <message>
        <source>{0} hours ago</source>
        <translation>{0}시간 전</translation>
    </message>
    <message>
        <source>{0} is a database of another program; name another folder in {1}</source>
        <translation>{0}: 다른 프로그램의 데이터베이스임. {1}에 다른 폴더를 지정하십시오</translation>
    </message>
    <message>
        <source>{0} is a {1} that cannot be varied; convolutions and linear layers that run can</source>
        <translation>{0}: 바꿀 수 없는 {1}임. 실행되는 합성곱과 선형 층만 가능</translation>
    </message>
    <message>
        <source>{0} is an axis twice; give all of its values in one</source>
        <translation>{0}: 축이 두 번 있음. 값을 하나의 축에 모으십시오</translation>
    </message>
    <message>
        <source>{0} is an own architecture; a scheduler&apos;s workers have bundled ones only</source>
        <translation>{0}: 사용자 아키텍처임. 스케줄러의 워커에는 기본 아키텍처만 있음</translation>
    </message>
    <message>
        <source>{0} is damaged, or not a checkpoint that torch wrote</source>
        <translation>{0}: 손상되었거나 torch가 쓴 체크포인트가 아님</translation>
    </message>
    <message>
        <source>{0} is damaged, or not a checkpoint that torch wrote: {1}</source>
        <translation>{0}: 손상되었거나 torch가 쓴 체크포인트가 아님. {1}</translation>
    </message>
    <message>
        <source>{0} is damaged, or not a safetensors file: {1}</source>
        <translation>{0}: 손상되었거나 safetensors 파일이 아님. {1}</translation>
    </message>
    <message>
        <source>{0} is measured in float32 on the CPU; dtype is {1}</source>
        <translation>{0}: CPU에서 float32로만 측정함. dtype: {1}</translation>
    </message>
    <message>
        <source>{0} is measured on the CPU only; the device is {1}</source>
        <translation>{0}: CPU에서만 측정함. 장치: {1}</translation>
    </message>
    <message>
        <source>{0} is no budget; allowed: a number above 0 such as {1}</source>
        <translation>{0}: 예산이 아님. 허용: 0보다 큰 수(예: {1})</translation>
    </message>
    <message>
        <source>{0} is no comparison; the column comes first, as in macs&gt;5%</source>
        <translation>{0}: 비교식이 아님. macs&gt;5%처럼 열이 먼저 옴</translation>
    </message>
    <message>
        <source>{0} is no folder; own architectures are the .py files of a folder</source>
        <translation>{0}: 폴더가 아님. 사용자 아키텍처는 폴더 안의 .py 파일임</translation>
    </message>
    <message>
        <source>{0} is no knob of this row.</source>
        <translation>{0}: 이 행의 노브가 아닙니다.</translation>
    </message>
    <message>
        <source>{0} is no longer in the library; what is shown is its last state.</source>
        <translation>{0}: 더 이상 라이브러리에 없습니다. 마지막 상태를 보이고 있습니다.</translation>
    </message>
    <message>
        <source>{0} is not LOW..HIGH:STEP with LOW &lt;= HIGH and a STEP above 0</source>
        <translation>{0}: LOW..HIGH:STEP이 아님. LOW &lt;= HIGH, STEP &gt; 0이어야 함</translation>
    </message>
    <message>
        <source>{0} is not LOW..HIGH:STEP, such as 0.25..1:0.25</source>
        <translation>{0}: LOW..HIGH:STEP이 아님. 예: 0.25..1:0.25</translation>
    </message>
    <message>
        <source>{0} is not a comparison: not valid JSON ({1})</source>
        <translation>{0}: 비교 파일이 아님. 올바른 JSON이 아님({1})</translation>
    </message>
    <message>
        <source>{0} is not a name for a chart; allowed endings: {1}</source>
        <translation>{0}: 차트의 이름이 아님. 허용 확장자: {1}</translation>
    </message>
    <message>
        <source>{0} is not a name for a picture; allowed endings: {1}</source>
        <translation>{0}: 그림의 이름이 아님. 허용 확장자: {1}</translation>
    </message>
    <message>
        <source>{0} is not a number; allowed: 12, 1.5, 10k, 1M, 1G, and 5% for macs and params</source>
        <translation>{0}: 수가 아님. 허용: 12, 1.5, 10k, 1M, 1G, 그리고 macs와 params에는 5%</translation>
    </message>
    <message>
        <source>{0} is not a recipe: not valid JSON ({1})</source>
        <translation>{0}: 레시피가 아님. 올바른 JSON이 아님({1})</translation>
    </message>
    <message>
        <source>{0} is not a result file: it has no &quot;format&quot;: &quot;{1}&quot;</source>
        <translation>{0}: 결과 파일이 아님. &quot;format&quot;: &quot;{1}&quot; 없음</translation>
    </message>
    <message>
        <source>{0} is not a result file: {1}</source>
        <translation>{0}: 결과 파일이 아님. {1}</translation>
    </message>
    <message>
        <source>{0} is not a story: not valid JSON ({1})</source>
        <translation>{0}: 스토리가 아님. 올바른 JSON이 아님({1})</translation>
    </message>
    <message>
        <source>{0} is not a sweep: not valid JSON ({1})</source>
        <translation>{0}: 스윕이 아님. 올바른 JSON이 아님({1})</translation>
    </message>
    <message>
        <source>{0} is not an ordinary file; a weights file is needed</source>
        <translation>{0}: 보통 파일이 아님. 가중치 파일이 필요함</translation>
    </message>
    <message>
        <source>{0} is not installed (pip install {1})</source>
        <translation>{0}: 설치되지 않음(pip install {1})</translation>
    </message>
    <message>
        <source>{0} is not kept work of version {1}</source>
        <translation>{0}: 버전 {1}의 보관한 작업이 아님</translation>
    </message>
    <message>
        <source>{0} is not kept work: not valid JSON ({1})</source>
        <translation>{0}: 보관한 작업이 아님. 올바른 JSON이 아님({1})</translation>
    </message>
    <message>
        <source>{0} is not of a version this program reads: &quot;version&quot;: {1} is needed</source>
        <translation>{0}: 이 프로그램이 읽는 버전이 아님. &quot;version&quot;: {1}이어야 함</translation>
    </message>
    <message>
        <source>{0} is not the journal of a sweep</source>
        <translation>{0}: 스윕의 저널이 아님</translation>
    </message>
    <message>
        <source>{0} is not the journal of a sweep; it is left as it is. Give another name</source>
        <translation>{0}: 스윕의 저널이 아니므로 그대로 둠. 다른 이름을 주십시오</translation>
    </message>
    <message>
        <source>{0} is not the result of a sweep: a row of it is damaged</source>
        <translation>{0}: 스윕의 결과가 아님. 손상된 행이 있음</translation>
    </message>
    <message>
        <source>{0} is not the result of a sweep: it has no &quot;sweep&quot; and &quot;rows&quot;</source>
        <translation>{0}: 스윕의 결과가 아님. &quot;sweep&quot;과 &quot;rows&quot; 없음</translation>
    </message>
    <message>
        <source>{0} is not the weights file of this recipe: its SHA-256 begins {1}, the recipe&apos;s {2}</source>
        <translation>{0}: 이 레시피의 가중치 파일이 아님. 파일의 SHA-256은 {1}, 레시피의 것은 {2}(으)로 시작함</translation>
    </message>
    <message>
        <source>{0} is refused: reading it would run code ({1}), and this program runs none from a file; save the state dict alone, torch.save(model.state_dict(), …), or as .safetensors</source>
        <translation>{0}: 거부함. 읽으면 코드가 실행됨({1}). 이 프로그램은 파일의 코드를 실행하지 않음. state dict만 torch.save(model.state_dict(), …) 또는 .safetensors로 저장하십시오</translation>
    </message>
    <message>
        <source>{0} is set in the first row of the stage.</source>
        <translation>{0}: 스테이지의 첫 행에서 정합니다.</translation>
    </message>
    <message>
        <source>{0} is set per {1}, not for the whole network</source>
        <translation>{0}: {1} 단위로 정하며 네트워크 전체에는 정하지 않음</translation>
    </message>
    <message>
        <source>{0} is set per {1}, not per {2} ({3})</source>
        <translation>{0}: {1} 단위로 정하며 {2} 단위({3})로는 정하지 않음</translation>
    </message>
    <message>
        <source>{0} is text: it is asked for with a colon, {0}:…</source>
        <translation>{0}: 글로 된 열이므로 쌍점으로 찾음. {0}:…</translation>
    </message>
    <message>
        <source>{0} is written when the sweep is done; an unfinished one can be saved as CSV</source>
        <translation>{0}: 스윕이 끝나야 쓸 수 있음. 끝나지 않은 것은 CSV로 저장할 수 있음</translation>
    </message>
    <message>
        <source>{0} lacks a number</source>
        <translation>{0}: 수가 빠짐</translation>
    </message>
    <message>
        <source>{0} layers copied.</source>
        <translation>층 {0}개를 복사했습니다.</translation>
    </message>
    <message>
        <source>{0} layers saved as {1}.</source>
        <translation>층 {0}개를 저장했습니다: {1}.</translation>
    </message>
    <message>
        <source>{0} measurements deleted.</source>
        <translation>측정 {0}개를 삭제했습니다.</translation>
    </message>
    <message>
        <source>{0} measurements saved as {1}.</source>
        <translation>측정 {0}개를 저장했습니다: {1}.</translation>
    </message>
    <message>
        <source>{0} minutes ago</source>
        <translation>{0}분 전</translation>
    </message>
    <message>
        <source>{0} months ago</source>
        <translation>{0}개월 전</translation>
    </message>
    <message>
        <source>{0} needs a knob &quot;resolution&quot;, a whole number for the whole network, which is the side of the input image (models.common.resolution declares one)</source>
        <translation>{0}: 노브 &quot;resolution&quot;이 필요함. 네트워크 전체의 정수이며 입력 영상의 한 변임(models.common.resolution이 선언해 줌)</translation>
    </message>
    <message>
        <source>{0} needs the list &quot;records&quot;</source>
        <translation>{0}: &quot;records&quot; 목록이 필요함</translation>
    </message>
    <message>
        <source>{0} needs the lists &quot;matches&quot; and &quot;unmatched&quot;</source>
        <translation>{0}: &quot;matches&quot;와 &quot;unmatched&quot; 목록이 필요함</translation>
    </message>
    <message>
        <source>{0} networks cannot be measured in turn; allowed: 2 to {1}</source>
        <translation>네트워크 {0}개는 번갈아 측정할 수 없음. 허용: 2~{1}개</translation>
    </message>
    <message>
        <source>{0} no longer declares all knobs that were set; Undo brings them back.</source>
        <translation>{0}: 설정한 노브 가운데 더 이상 선언되지 않은 것이 있습니다. 실행 취소로 되돌아옵니다.</translation>
    </message>
    <message>
        <source>{0} of 1×1, {1} of 3×3</source>
        <translation>1×1 {0}개, 3×3 {1}개</translation>
    </message>
    <message>
        <source>{0} of {1} variants</source>
        <translation>변형 {0}/{1}</translation>
    </message>
    <message>
        <source>{0} of {1} variants, about {2} s left</source>
        <translation>변형 {0}/{1}, 약 {2} s 남음</translation>
    </message>
    <message>
        <source>{0} of {1}, over {2}</source>
        <translation>{1}의 {0}, {2}에 대하여</translation>
    </message>
    <message>
        <source>{0} pads by {1}; only a convolution with a number of zeros can be varied</source>
        <translation>{0}: 패딩이 {1}임. 0을 정수만큼 채우는 합성곱만 바꿀 수 있음</translation>
    </message>
    <message>
        <source>{0} patches</source>
        <translation>패치 {0}개</translation>
    </message>
    <message>
        <source>{0} published records share {1} ids; every id is needed once</source>
        <translation>발표 기록 {0}개가 id {1}개를 함께 씀. id는 하나씩이어야 함</translation>
    </message>
    <message>
        <source>{0} recipes pinned.</source>
        <translation>레시피 {0}개를 핀으로 두었습니다.</translation>
    </message>
    <message>
        <source>{0} rows copied.</source>
        <translation>행 {0}개를 복사했습니다.</translation>
    </message>
    <message>
        <source>{0} rows of the sweep are on the clipboard.</source>
        <translation>스윕의 행 {0}개를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>{0} rows of the table copied.</source>
        <translation>표의 행 {0}개를 복사했습니다.</translation>
    </message>
    <message>
        <source>{0} rows saved as {1}.</source>
        <translation>행 {0}개를 저장했습니다: {1}.</translation>
    </message>
    <message>
        <source>{0} takes {1} of memory and {2} is free</source>
        <translation>{0}: 메모리 {1} 필요, 남은 메모리 {2}</translation>
    </message>
    <message>
        <source>{0} takes {1} times as long as {2} ({3} % interval {4})</source>
        <translation>{0}: {2}의 {1}배({3} % 구간 {4})</translation>
    </message>
    <message>
        <source>{0} times the channels of 1×; stem {1}, last {2}</source>
        <translation>1×의 채널 수의 {0}배, 스템 {1}, 마지막 {2}</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of this program (schema {1}, this one knows {2}); it is left as it is</source>
        <translation>{0}: 이 프로그램의 더 새 버전이 썼음(스키마 {1}, 이 버전은 {2}). 그대로 둠</translation>
    </message>
    <message>
        <source>{0} years ago</source>
        <translation>{0}년 전</translation>
    </message>
    <message>
        <source>{0} {1} is no date; allowed: {2}</source>
        <translation>{0} {1}: 날짜가 아님. 허용: {2}</translation>
    </message>
    <message>
        <source>{0} {1} is not allowed; allowed: 1 to {2}</source>
        <translation>{0} {1}: 허용되지 않음. 허용: 1~{2}</translation>
    </message>
    <message>
        <source>{0} → {1} + {2} + {3} + {4} channels</source>
        <translation>{0} → {1} + {2} + {3} + {4} 채널</translation>
    </message>
    <message>
        <source>{0} → {1} channels</source>
        <translation>{0} → {1} 채널</translation>
    </message>
    <message>
        <source>{0} → {1} → {2} channels</source>
        <translation>{0} → {1} → {2} 채널</translation>
    </message>
    <message>
        <source>{0} → {1} → {2} → {3} channels</source>
        <translation>{0} → {1} → {2} → {3} 채널</translation>
    </message>
    <message>
        <source>{0}, over {1}</source>
        <translation>{0}, {1}에 대하여</translation>
    </message>
    <message>
        <source>{0}, {1} of {2} runtimes</source>
        <translation>{0}, 런타임 {1}/{2}</translation>
    </message>
    <message>
        <source>{0}: 1×1 from {1} to {2} channels moves {3} times the least for its MACs</source>
        <translation>{0}: 채널 {1} → {2}의 1×1은 같은 MACs에서 가능한 최소 메모리 접근의 {3}배</translation>
    </message>
    <message>
        <source>{0}: MACs {1} ×, time {2} × ({3}), {4}</source>
        <translation>{0}: MACs {1}배, 시간 {2}배({3}), {4}</translation>
    </message>
    <message>
        <source>{0}: a convolution in {1} groups</source>
        <translation>{0}: 그룹 {1}개의 합성곱</translation>
    </message>
    <message>
        <source>{0}: a knob is declared twice: {1}</source>
        <translation>{0}: 노브가 두 번 선언됨: {1}</translation>
    </message>
    <message>
        <source>{0}: a knob is named {1}; letters, digits, _ and . are allowed</source>
        <translation>{0}: 노브 이름이 {1}임. 글자, 숫자, _ 와 . 만 쓸 수 있음</translation>
    </message>
    <message>
        <source>{0}: a standard convolution with {1} % of the block&apos;s cost; a separable one would take 1/{2} of it</source>
        <translation>{0}: 표준 합성곱이 블록 비용의 {1} %를 차지함. 분리형이면 그 1/{2}</translation>
    </message>
    <message>
        <source>{0}: nothing is left to compare ({1})</source>
        <translation>{0}: 비교할 것이 남지 않음({1})</translation>
    </message>
    <message>
        <source>{0}: plain TCP would let everyone on the network run code on these machines; use tls://, or insist on it (--plain-tcp) if you know that nobody else is there</source>
        <translation>{0}: 암호화하지 않은 TCP는 네트워크의 누구나 이 기기에서 코드를 실행하게 함. tls://를 쓰거나, 다른 사람이 없다고 확신하면 고집하십시오(--plain-tcp)</translation>
    </message>
    <message>
        <source>{0}: something declared is neither a number nor a text ({1})</source>
        <translation>{0}: 선언한 것이 수도 글도 아님({1})</translation>
    </message>
    <message>
        <source>{0}: the default of {1} is {2}; allowed: {3}</source>
        <translation>{0}: {1}의 기본값이 {2}임. 허용: {3}</translation>
    </message>
    <message>
        <source>{0}: the kind of {1} is {2}; allowed: {3}</source>
        <translation>{0}: {1}의 kind 값이 {2}임. 허용: {3}</translation>
    </message>
    <message>
        <source>{0}: the paper&apos;s table: {1}</source>
        <translation>{0}: 논문의 표: {1}</translation>
    </message>
    <message>
        <source>{0}: the scopes of {1} are {2}; allowed: {3}</source>
        <translation>{0}: {1}의 scopes 값이 {2}임. 허용: {3}</translation>
    </message>
    <message>
        <source>{0}: the source of {1} is {2}; a text is needed</source>
        <translation>{0}: {1}의 source 값이 {2}임. 글이 필요함</translation>
    </message>
    <message>
        <source>{0}: the step of {1} is {2}; a number above 0 is needed</source>
        <translation>{0}: {1}의 step 값이 {2}임. 0보다 큰 수가 필요함</translation>
    </message>
    <message>
        <source>{0}: the title is empty</source>
        <translation>{0}: 제목이 비어 있음</translation>
    </message>
    <message>
        <source>{0}: the window cannot read the declaration ({1})</source>
        <translation>{0}: 창이 선언을 읽을 수 없음({1})</translation>
    </message>
    <message>
        <source>{0}: two of its presets have one name</source>
        <translation>{0}: 두 프리셋의 이름이 같음</translation>
    </message>
    <message>
        <source>{0}: year is {1}; a whole number is needed</source>
        <translation>{0}: year 값이 {1}임. 정수가 필요함</translation>
    </message>
    <message>
        <source>{0}: {1} gives a value to {2}, which is not declared as a knob</source>
        <translation>{0}: {1} 프리셋이 노브로 선언되지 않은 {2} 값을 정함</translation>
    </message>
    <message>
        <source>{0}: {1} groups of {2} input channels each</source>
        <translation>{0}: 그룹 {1}개, 그룹마다 입력 채널 {2}개</translation>
    </message>
    <message>
        <source>{0}: {1} is a choice of nothing; choices is a tuple of words</source>
        <translation>{0}: {1} 노브에 고를 것이 없음. choices는 낱말의 튜플임</translation>
    </message>
    <message>
        <source>{0}: {1} is no entry of &quot;unmatched&quot;; a record and a reason are needed</source>
        <translation>{0}: {1}은(는) &quot;unmatched&quot;의 항목이 아님. 기록과 까닭이 필요함</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}; a text is needed</source>
        <translation>{0}: {1} 값이 {2}임. 글이 필요함</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} is {3}; a finite number is needed</source>
        <translation>{0}: {2}의 {1} 값이 {3}임. 유한한 수가 필요함</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} is {3}; a text is needed</source>
        <translation>{0}: {2}의 {1} 값이 {3}임. 글이 필요함</translation>
    </message>
    <message>
        <source>{0}: {1} on {2} channels, where the block is {3} wide inside</source>
        <translation>{0}: 안쪽 폭이 {3}인 블록에서 채널 {2}개 위의 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} runs from {2} to {3}; minimum is to be below maximum</source>
        <translation>{0}: {1}의 범위가 {2}~{3}임. minimum이 maximum보다 작아야 함</translation>
    </message>
    <message>
        <source>{0}×{1}d: {2} paths of {3} channels here</source>
        <translation>{0}×{1}d: 여기서는 채널 {3}개인 경로 {2}개</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>FAILED</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>against PyTorch</source>
        <translation>PyTorch와 비교</translation>
    </message>
    <message>
        <source>batch {0}: max abs {1}, max rel {2} ({3} at {4})</source>
        <translation>배치 {0}: 최대 절대 오차 {1}, 최대 상대 오차 {2}({3}, 기준 {4})</translation>
    </message>
    <message>
        <source>checker</source>
        <translation>검사기</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>평가 모드</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>내보내기 도구</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>첫 가중치</translation>
    </message>
    <message>
        <source>full check passed</source>
        <translation>전체 검사 통과</translation>
    </message>
    <message>
        <source>max abs {0}, max rel {1} ({2} at {3})</source>
        <translation>최대 절대 오차 {0}, 최대 상대 오차 {1}({2}, 기준 {3})</translation>
    </message>
    <message>
        <source>names and shapes</source>
        <translation>이름과 모양</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습 모드</translation>
    </message>
    <message>
        <source>training settings</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{0} ({1} bytes)</source>
        <translation>{0}({1}바이트)</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>{0}줄</translation>
    </message>
    <message>
        <source>{0} tensors equal</source>
        <translation>텐서 {0}개 같음</translation>
    </message>
    <message>
        <source>{0}, opset {1}, batch {2}</source>
        <translation>{0}, opset {1}, 배치 {2}</translation>
    </message>
</context>
<context>
    <name>fusion</name>
    <message>
        <source>A difference that stays in float64 would be an error; one that goes is rounding.</source>
        <translation>float64에서도 남는 차이는 오류이고, 사라지는 차이는 반올림입니다.</translation>
    </message>
    <message>
        <source>Convolutions {0} → {1}, parameters {2} → {3}.</source>
        <translation>합성곱 {0} → {1}, 파라미터 {2} → {3}.</translation>
    </message>
    <message>
        <source>Largest difference of a logit over the largest logit, {0} images of seed {1}; weights: {2}.</source>
        <translation>로짓의 최대 차이를 최대 로짓으로 나눈 값. 영상 {0}장, 시드 {1}, 가중치: {2}.</translation>
    </message>
    <message>
        <source>fused ≠ training-time network: differs by {0} (float32), {1} (float64)</source>
        <translation>융합 ≠ 학습용 네트워크: 차이 {0}(float32), {1}(float64)</translation>
    </message>
    <message>
        <source>✓ fused = training-time network: differs by {0} (float32), {1} (float64)</source>
        <translation>✓ 융합 = 학습용 네트워크: 차이 {0}(float32), {1}(float64)</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>A tenth of the runs was faster.</source>
        <translation>실행의 10분의 1이 이보다 빨랐습니다.</translation>
    </message>
    <message>
        <source>A tenth of the runs was slower.</source>
        <translation>실행의 10분의 1이 이보다 느렸습니다.</translation>
    </message>
    <message>
        <source>How many runs.</source>
        <translation>실행 횟수.</translation>
    </message>
    <message>
        <source>Knobs that differ from the preset.</source>
        <translation>프리셋과 다른 노브.</translation>
    </message>
    <message>
        <source>Median of single runs.</source>
        <translation>한 번씩 실행한 시간의 중앙값.</translation>
    </message>
    <message>
        <source>Processor and device.</source>
        <translation>프로세서와 장치.</translation>
    </message>
    <message>
        <source>Reasons to distrust the figure.</source>
        <translation>값을 믿기 어려운 까닭.</translation>
    </message>
    <message>
        <source>Runtime, device, threads, batch.</source>
        <translation>런타임, 장치, 스레드, 배치.</translation>
    </message>
    <message>
        <source>The preset it was made from.</source>
        <translation>출발한 프리셋.</translation>
    </message>
    <message>
        <source>When the measurement began (UTC in files).</source>
        <translation>측정을 시작한 때(파일에는 UTC).</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>doubts</source>
        <translation>의심 사유</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>latency; layers: the runs without stamps of layer times; turn: taken in turn with other networks.</source>
        <translation>latency. layers: 시각을 기록하지 않은 층별 측정의 실행. turn: 다른 네트워크와 번갈아 잰 것.</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>측정한 때</translation>
    </message>
    <message>
        <source>median ms</source>
        <translation>중앙값 ms</translation>
    </message>
    <message>
        <source>p10 ms</source>
        <translation>p10 ms</translation>
    </message>
    <message>
        <source>p90 ms</source>
        <translation>p90 ms</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행 수</translation>
    </message>
</context>
<context>
    <name>knobs</name>
    <message>
        <source>1×1 branch</source>
        <translation>1×1 분기</translation>
    </message>
    <message>
        <source>1×1 convolutions before the 3×3 and 5×5 and behind the pooling: module (b); without them module (a).</source>
        <translation>3×3과 5×5 앞, 풀링 뒤의 1×1 합성곱: 모듈 (b). 없으면 모듈 (a).</translation>
    </message>
    <message>
        <source>1×1 reduction</source>
        <translation>1×1 축소</translation>
    </message>
    <message>
        <source>3×3 reduce</source>
        <translation>3×3 축소</translation>
    </message>
    <message>
        <source>5×5 reduce</source>
        <translation>5×5 축소</translation>
    </message>
    <message>
        <source>7×7 and max pool, both stride 2; deep: three 3×3 for the 7×7; small: a 3×3 that keeps the size.</source>
        <translation>7×7과 최대 풀링, 모두 스트라이드 2. deep: 7×7 대신 3×3 세 개. small: 크기를 유지하는 3×3.</translation>
    </message>
    <message>
        <source>7×7 width</source>
        <translation>7×7 폭</translation>
    </message>
    <message>
        <source>A classifier behind 6e that regularises training; it doesn&apos;t run in inference.</source>
        <translation>6e 뒤에서 학습을 정칙화하는 분류기. 추론에서는 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>A pads with zeros where the shape changes, B projects there, C everywhere; D strides by an average pool before it.</source>
        <translation>모양이 바뀌는 곳에서 A는 0으로 채우고 B는 투영하며, C는 모든 곳에서 투영합니다. D는 앞에 평균 풀링을 두어 스트라이드를 적용합니다.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Adds a fire&apos;s input to its output: simple where both have the same channels, complex also elsewhere, by a 1×1.</source>
        <translation>fire의 입력을 출력에 더합니다. simple은 채널 수가 같은 곳만, complex는 나머지 곳도 1×1로 더합니다.</translation>
    </message>
    <message>
        <source>After each convolution, or after the 1×1 of a separable one.</source>
        <translation>각 합성곱 뒤, 분리형이면 그 1×1 뒤.</translation>
    </message>
    <message>
        <source>After each hidden fully connected layer.</source>
        <translation>각 은닉 완전연결층 뒤.</translation>
    </message>
    <message>
        <source>After each of the last two separable convolutions.</source>
        <translation>마지막 두 분리형 합성곱 각각의 뒤.</translation>
    </message>
    <message>
        <source>After the 1×1 behind the pooling.</source>
        <translation>풀링 뒤의 1×1 다음.</translation>
    </message>
    <message>
        <source>After the 1×1 convolution, or after the standard one.</source>
        <translation>1×1 합성곱 뒤, 표준형이면 그 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the 1×1 convolutions in front of larger ones.</source>
        <translation>더 큰 합성곱 앞에 놓인 1×1 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the 1×1 expansion.</source>
        <translation>1×1 확장 뒤.</translation>
    </message>
    <message>
        <source>After the 1×1 projection; none is the linear bottleneck.</source>
        <translation>1×1 투영 뒤. none이면 선형 병목입니다.</translation>
    </message>
    <message>
        <source>After the 1×1 reductions.</source>
        <translation>1×1 축소 뒤.</translation>
    </message>
    <message>
        <source>After the 1×1, 3×3 and 5×5 branches.</source>
        <translation>1×1, 3×3, 5×5 분기 뒤.</translation>
    </message>
    <message>
        <source>After the 3×3 (the first one of a basic block).</source>
        <translation>3×3 뒤(basic 블록에서는 첫 번째 것).</translation>
    </message>
    <message>
        <source>After the concatenation of the branches.</source>
        <translation>분기를 이어붙인(concat) 뒤.</translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable 3×3.</source>
        <translation>분리형 3×3의 깊이별 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable layer.</source>
        <translation>분리형 층의 깊이별 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable one.</source>
        <translation>분리형 합성곱의 깊이별 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the depthwise convolution.</source>
        <translation>깊이별 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the depthwise convolution; the paper leaves it out.</source>
        <translation>깊이별 합성곱 뒤. 논문에는 없습니다.</translation>
    </message>
    <message>
        <source>After the depthwise convolutions; the paper leaves it out.</source>
        <translation>깊이별 합성곱 뒤. 논문에는 없습니다.</translation>
    </message>
    <message>
        <source>After the expand layer.</source>
        <translation>expand 층 뒤.</translation>
    </message>
    <message>
        <source>After the first 1×1 convolution.</source>
        <translation>첫 1×1 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the first convolution.</source>
        <translation>첫 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the larger convolutions and the 1×1 branch.</source>
        <translation>더 큰 합성곱과 1×1 분기 뒤.</translation>
    </message>
    <message>
        <source>After the last 1×1 convolution and the layer behind it.</source>
        <translation>마지막 1×1 합성곱과 그다음 층 뒤.</translation>
    </message>
    <message>
        <source>After the last 1×1 convolution of each branch.</source>
        <translation>각 분기의 마지막 1×1 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the last 1×1 convolution.</source>
        <translation>마지막 1×1 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the last BatchNorm.</source>
        <translation>마지막 BatchNorm 뒤.</translation>
    </message>
    <message>
        <source>After the last convolution, before the sum; not in pre order.</source>
        <translation>마지막 합성곱 뒤, 덧셈 앞. pre 순서에는 없습니다.</translation>
    </message>
    <message>
        <source>After the last convolution.</source>
        <translation>마지막 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the second 1×1 convolution.</source>
        <translation>두 번째 1×1 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the shortcut&apos;s sum.</source>
        <translation>shortcut 덧셈 뒤.</translation>
    </message>
    <message>
        <source>After the squeeze layer.</source>
        <translation>squeeze 층 뒤.</translation>
    </message>
    <message>
        <source>After the stem&apos;s convolution.</source>
        <translation>스템의 합성곱 뒤.</translation>
    </message>
    <message>
        <source>After the stem&apos;s convolutions.</source>
        <translation>스템의 합성곱들 뒤.</translation>
    </message>
    <message>
        <source>After the sum of the branches.</source>
        <translation>분기를 더한 뒤.</translation>
    </message>
    <message>
        <source>After the sum with the bypass.</source>
        <translation>bypass를 더한 뒤.</translation>
    </message>
    <message>
        <source>After the sum, or after the concatenation.</source>
        <translation>덧셈 뒤, 또는 이어붙인(concat) 뒤.</translation>
    </message>
    <message>
        <source>After the sum; in pre order where a block&apos;s branch starts.</source>
        <translation>덧셈 뒤. pre 순서에서는 블록의 분기가 시작되는 곳.</translation>
    </message>
    <message>
        <source>At the end of squeeze-and-excitation, before it scales the channels.</source>
        <translation>squeeze-and-excitation의 끝, 채널에 곱하기 전.</translation>
    </message>
    <message>
        <source>BatchNorm after each convolution.</source>
        <translation>각 합성곱 뒤의 BatchNorm.</translation>
    </message>
    <message>
        <source>BatchNorm and activation after each convolution (post) or before it (pre).</source>
        <translation>BatchNorm과 활성화 함수를 각 합성곱 뒤(post) 또는 앞(pre)에 둡니다.</translation>
    </message>
    <message>
        <source>Before each separable convolution of a residual block.</source>
        <translation>잔차 블록의 각 분리형 합성곱 앞.</translation>
    </message>
    <message>
        <source>Before the first convolution of a layer or a transition.</source>
        <translation>층 또는 transition의 첫 합성곱 앞.</translation>
    </message>
    <message>
        <source>Between a bottleneck&apos;s first 1×1 and its 3×3.</source>
        <translation>병목의 첫 1×1과 3×3 사이.</translation>
    </message>
    <message>
        <source>Between the 1×1 and the 3×3.</source>
        <translation>1×1과 3×3 사이.</translation>
    </message>
    <message>
        <source>Between the depthwise and the 1×1 convolution.</source>
        <translation>깊이별 합성곱과 1×1 합성곱 사이.</translation>
    </message>
    <message>
        <source>Between the two layers of squeeze-and-excitation.</source>
        <translation>squeeze-and-excitation의 두 층 사이.</translation>
    </message>
    <message>
        <source>Blocks in this stage, before the depth multiplier.</source>
        <translation>깊이 배수를 적용하기 전, 이 스테이지의 블록 수.</translation>
    </message>
    <message>
        <source>Channels inside the 1×7 and 7×1 chains, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 1×7과 7×1 사슬 안의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of a patch, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 패치의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of one path in conv2_x; constant cost lets d follow from C.</source>
        <translation>conv2_x에서 경로 하나의 채널 수. 비용이 일정하면 d는 C에 따라 정해집니다.</translation>
    </message>
    <message>
        <source>Channels of the 1×1 before the 3×3, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 3×3 앞 1×1의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the 1×1 before the 5×5, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 5×5 앞 1×1의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the 1×1 behind the pooling, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 풀링 뒤 1×1의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the 1×1 branch, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 1×1 분기의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the 3×3, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 3×3의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the 5×5, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 5×5의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the first layer, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 첫 층의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the stem, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 스템의 채널 수.</translation>
    </message>
    <message>
        <source>Channels of the stem; auto takes 12, 24 or 48 by α, as a multiple of g.</source>
        <translation>스템의 채널 수. auto는 α에 따라 12, 24, 48을 g의 배수로 정합니다.</translation>
    </message>
    <message>
        <source>Channels of the stem; α leaves it alone.</source>
        <translation>스템의 채널 수. α가 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>Channels that each layer adds; the stem has 2k.</source>
        <translation>각 층이 더하는 채널 수. 스템은 2k입니다.</translation>
    </message>
    <message>
        <source>Cost that a constant cost keeps, in that of 1×64d (70 k parameters in conv2_x).</source>
        <translation>일정하게 유지하는 비용. 1×64d의 비용이 단위입니다(conv2_x에서 파라미터 7만 개).</translation>
    </message>
    <message>
        <source>Depthwise separable (depthwise, then 1×1) or one standard convolution.</source>
        <translation>깊이별 분리형(깊이별 합성곱, 그다음 1×1) 또는 표준 합성곱 하나.</translation>
    </message>
    <message>
        <source>End of the branch (standard), its start (pre), behind the sum (post), on the shortcut (identity), behind the 3×3.</source>
        <translation>분기의 끝(standard), 시작(pre), 덧셈 뒤(post), shortcut 위(identity), 3×3 뒤.</translation>
    </message>
    <message>
        <source>Groups of conv2, conv4 and conv5 (of their 1×1 where they are separable): 1 is a single tower, 2 the original.</source>
        <translation>conv2, conv4, conv5의 그룹 수(분리형이면 그 1×1의 그룹 수). 1은 단일 타워, 2는 원래 구조.</translation>
    </message>
    <message>
        <source>Groups of every second layer of a stage; a group sees only its own channels.</source>
        <translation>스테이지에서 한 층 걸러 적용되는 그룹 수. 그룹은 자기 채널만 봅니다.</translation>
    </message>
    <message>
        <source>Groups of the 1×1 of a separable layer; a group sees only its own channels.</source>
        <translation>분리형 층에서 1×1의 그룹 수. 그룹은 자기 채널만 봅니다.</translation>
    </message>
    <message>
        <source>Groups of the channel-mixing MLP; a group sees only its own channels.</source>
        <translation>channel-mixing MLP의 그룹 수. 그룹은 자기 채널만 봅니다.</translation>
    </message>
    <message>
        <source>Groups of the pointwise convolutions; a group sees only its own channels.</source>
        <translation>점별 합성곱의 그룹 수. 그룹은 자기 채널만 봅니다.</translation>
    </message>
    <message>
        <source>Groups of the spatial convolution: 1 is an ordinary convolution, 3 or 4 an Inception module, C the extreme.</source>
        <translation>공간 합성곱의 그룹 수: 1은 보통 합성곱, 3이나 4는 Inception 모듈, C는 극단형(extreme).</translation>
    </message>
    <message>
        <source>Half the channels behind a block&apos;s first 1×1 convolution.</source>
        <translation>블록의 첫 1×1 합성곱 뒤에서 채널을 절반으로 줄입니다.</translation>
    </message>
    <message>
        <source>Hidden width of the MLP across channels, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 채널 방향 MLP의 은닉 폭.</translation>
    </message>
    <message>
        <source>Hidden width of the MLP across patches, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 패치 방향 MLP의 은닉 폭.</translation>
    </message>
    <message>
        <source>Inside the channel-mixing MLP.</source>
        <translation>channel-mixing MLP 안.</translation>
    </message>
    <message>
        <source>Inside the token-mixing MLP.</source>
        <translation>token-mixing MLP 안.</translation>
    </message>
    <message>
        <source>Kernel of a projection that strides.</source>
        <translation>스트라이드가 있는 투영의 커널.</translation>
    </message>
    <message>
        <source>Leaves out the five layers of 14×14×512.</source>
        <translation>14×14×512의 다섯 층을 뺍니다.</translation>
    </message>
    <message>
        <source>Local response normalisation after conv1 and conv2.</source>
        <translation>conv1과 conv2 뒤의 국소 응답 정규화(LRN).</translation>
    </message>
    <message>
        <source>Local response normalisation in the stem.</source>
        <translation>스템의 국소 응답 정규화(LRN).</translation>
    </message>
    <message>
        <source>Mixer layers, before the depth multiplier.</source>
        <translation>깊이 배수를 적용하기 전, Mixer 층 수.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped 1×1 convolution but the separable one&apos;s.</source>
        <translation>분리형의 것을 뺀 각 그룹 1×1 합성곱 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped 1×1 convolution.</source>
        <translation>각 그룹 1×1 합성곱 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped convolution.</source>
        <translation>각 그룹 합성곱 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped layer.</source>
        <translation>각 그룹 층 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after the first grouped 1×1 convolution.</source>
        <translation>첫 그룹 1×1 합성곱 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups between a unit&apos;s two 1×1 convolutions.</source>
        <translation>유닛의 두 1×1 합성곱 사이에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups inside the grouped MLP.</source>
        <translation>그룹 MLP 안에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Mixes the channels of the groups of a unit&apos;s two branches behind it, and of the groups after the first grouped 1×1.</source>
        <translation>유닛 뒤에서 두 분기의 채널을 섞고, 첫 그룹 1×1 뒤에서 그룹의 채널을 섞습니다.</translation>
    </message>
    <message>
        <source>Multiplies every stage&apos;s repeats; rounded up.</source>
        <translation>모든 스테이지의 반복 수에 곱하고 올림합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; 0.5, 1, 1.5 and 2 are the columns of Table 5.</source>
        <translation>모든 층의 채널 수에 곱합니다. 0.5, 1, 1.5, 2는 Table 5의 열입니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; C, D_C and D_S, rounded to a multiple of 8.</source>
        <translation>모든 층의 채널 수에 곱합니다. C, D_C, D_S는 8의 배수로 반올림합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; k is rounded to a whole number.</source>
        <translation>모든 층의 채널 수에 곱합니다. k는 정수로 반올림합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; rounded to a multiple of 4g.</source>
        <translation>모든 층의 채널 수에 곱하고 4g의 배수로 반올림합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; rounded to a multiple of 8.</source>
        <translation>모든 층의 채널 수에 곱하고 8의 배수로 반올림합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of stage 5.</source>
        <translation>스테이지 5의 채널 수에 곱합니다.</translation>
    </message>
    <message>
        <source>Multiplies the channels of stages 1 to 4, stage 1 never above its 64.</source>
        <translation>스테이지 1~4의 채널 수에 곱합니다. 스테이지 1은 64를 넘지 않습니다.</translation>
    </message>
    <message>
        <source>No squeeze-and-excitation, no h-swish and 3×3 kernels, wherever nothing else is set.</source>
        <translation>다르게 설정하지 않은 곳에서 squeeze-and-excitation과 h-swish를 쓰지 않고 커널을 3×3으로 합니다.</translation>
    </message>
    <message>
        <source>Nothing is set here.</source>
        <translation>여기에는 설정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>기타…</translation>
    </message>
    <message>
        <source>Output channels of a fire, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, fire의 출력 채널 수.</translation>
    </message>
    <message>
        <source>Output channels of a unit over the channels of its depthwise convolution.</source>
        <translation>유닛의 출력 채널 수를 깊이별 합성곱의 채널 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Output channels of this block, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 이 블록의 출력 채널 수.</translation>
    </message>
    <message>
        <source>Output channels of this stage, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 이 스테이지의 출력 채널 수.</translation>
    </message>
    <message>
        <source>Outputs of each hidden fully connected layer, before the width multiplier.</source>
        <translation>폭 배수를 적용하기 전, 각 은닉 완전연결층의 출력 수.</translation>
    </message>
    <message>
        <source>Outputs of the classifier.</source>
        <translation>분류기의 출력 수.</translation>
    </message>
    <message>
        <source>Parallel paths of a block: the groups of its 3×3 convolution.</source>
        <translation>블록의 병렬 경로 수: 3×3 합성곱의 그룹 수.</translation>
    </message>
    <message>
        <source>Probability of dropping an input of the classifier; acts only in training.</source>
        <translation>분류기 입력을 빼는 확률. 학습에서만 작용합니다.</translation>
    </message>
    <message>
        <source>Puts the cursor into the knob&apos;s field: {0}</source>
        <translation>노브의 입력란에 커서를 둡니다: {0}</translation>
    </message>
    <message>
        <source>Rate at which the last block&apos;s branch is left out in training; earlier blocks less, in proportion.</source>
        <translation>학습에서 마지막 블록의 분기를 빼는 비율. 앞 블록은 비례해서 더 작습니다.</translation>
    </message>
    <message>
        <source>Share of a fire&apos;s output channels that comes from 3×3 filters.</source>
        <translation>fire의 출력 채널 가운데 3×3 필터에서 나오는 비율.</translation>
    </message>
    <message>
        <source>Share of the channels that a transition lets through; 1 is DenseNet-B.</source>
        <translation>transition이 통과시키는 채널의 비율. 1이면 DenseNet-B입니다.</translation>
    </message>
    <message>
        <source>Share of the channels that passes a unit untouched.</source>
        <translation>유닛을 그대로 지나가는 채널의 비율.</translation>
    </message>
    <message>
        <source>Side n of the large kernels of a module.</source>
        <translation>모듈에서 큰 커널의 한 변 n.</translation>
    </message>
    <message>
        <source>Side of a block&apos;s spatial kernel.</source>
        <translation>블록의 공간 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of a layer&apos;s spatial kernel.</source>
        <translation>층의 공간 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the convolution&apos;s kernel.</source>
        <translation>합성곱 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the depthwise kernel.</source>
        <translation>깊이별 합성곱 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the expand layer&apos;s larger kernel.</source>
        <translation>expand 층에서 더 큰 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the first layer&apos;s kernel.</source>
        <translation>첫 층 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the large branch&apos;s kernel.</source>
        <translation>큰 분기 커널의 한 변.</translation>
    </message>
    <message>
        <source>Side of the larger kernel: 5 in the paper, 3 in torchvision.</source>
        <translation>더 큰 커널의 한 변: 논문은 5, torchvision은 3.</translation>
    </message>
    <message>
        <source>Side of the pooling window; the stride is 2.</source>
        <translation>풀링 창의 한 변. 스트라이드는 2입니다.</translation>
    </message>
    <message>
        <source>Side of the square input image; ρ is this side over 224 px.</source>
        <translation>정사각형 입력 영상의 한 변. ρ는 이 값을 224 px로 나눈 것입니다.</translation>
    </message>
    <message>
        <source>Side of the square input image; ρ is this side over 299 px.</source>
        <translation>정사각형 입력 영상의 한 변. ρ는 이 값을 299 px로 나눈 것입니다.</translation>
    </message>
    <message>
        <source>Side of the square patches that the image is cut into.</source>
        <translation>영상을 자르는 정사각형 패치의 한 변.</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation at the end of a block, with reduction ratio r.</source>
        <translation>블록 끝의 squeeze-and-excitation, 축소 비율 r.</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation of the expanded tensor, with reduction ratio r (to a multiple of 8).</source>
        <translation>확장된 텐서의 squeeze-and-excitation, 축소 비율 r(8의 배수로).</translation>
    </message>
    <message>
        <source>Squeeze-and-excitation of the expanded tensor; its inner width is the block&apos;s input channels over r.</source>
        <translation>확장된 텐서의 squeeze-and-excitation. 안쪽 폭은 블록의 입력 채널 수를 r로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>Squeezed channels of a fire over its output channels.</source>
        <translation>fire에서 squeeze 채널 수를 출력 채널 수로 나눈 값.</translation>
    </message>
    <message>
        <source>Stride of the first layer: imagenet strides as the paper does, small keeps the size (32 px images).</source>
        <translation>첫 층의 스트라이드: imagenet은 논문과 같고, small은 크기를 유지합니다(32 px 영상).</translation>
    </message>
    <message>
        <source>Stride of the last depthwise layer, printed as 2 beside 7×7 twice.</source>
        <translation>마지막 깊이별 층의 스트라이드. 논문에는 7×7이 두 번인데 2로 적혀 있습니다.</translation>
    </message>
    <message>
        <source>Stride of the stage&apos;s first block.</source>
        <translation>스테이지 첫 블록의 스트라이드.</translation>
    </message>
    <message>
        <source>Take the setting away here</source>
        <translation>여기의 설정 없애기</translation>
    </message>
    <message>
        <source>The 1×1 branch beside the 3×3.</source>
        <translation>3×3 옆의 1×1 분기.</translation>
    </message>
    <message>
        <source>The 3×3 and 5×5 of a module: standard, or depthwise and a 1×1.</source>
        <translation>모듈의 3×3과 5×5: 표준형, 또는 깊이별 합성곱과 1×1.</translation>
    </message>
    <message>
        <source>The BatchNorm branch where input and output are alike.</source>
        <translation>입력과 출력의 모양이 같은 곳의 BatchNorm 분기.</translation>
    </message>
    <message>
        <source>The expand layer&apos;s 3×3: standard or separable.</source>
        <translation>expand 층의 3×3: 표준형 또는 분리형.</translation>
    </message>
    <message>
        <source>The k×k convolution of a block: depthwise, or standard over all its channels.</source>
        <translation>블록의 k×k 합성곱: 깊이별, 또는 모든 채널에 걸친 표준형.</translation>
    </message>
    <message>
        <source>The k×k convolution of a block: depthwise, or standard over all its channels; fused: standard, the 1×1 expansion in it.</source>
        <translation>블록의 k×k 합성곱: 깊이별, 또는 모든 채널에 걸친 표준형. fused: 1×1 확장을 합친 표준형.</translation>
    </message>
    <message>
        <source>The k×k convolution: standard, depthwise separable, or depthwise alone (the block&apos;s 1×1 layers mix).</source>
        <translation>k×k 합성곱: 표준형, 깊이별 분리형, 또는 깊이별만(블록의 1×1 층이 채널을 섞습니다).</translation>
    </message>
    <message>
        <source>The plain network of inference: the branches fused into one convolution each.</source>
        <translation>추론용 단순 네트워크: 분기를 각각 합성곱 하나로 융합합니다.</translation>
    </message>
    <message>
        <source>The residual connection around a block whose input and output have one shape.</source>
        <translation>입력과 출력의 모양이 같은 블록을 건너뛰는 잔차 연결.</translation>
    </message>
    <message>
        <source>The residual connection around a block.</source>
        <translation>블록을 건너뛰는 잔차 연결.</translation>
    </message>
    <message>
        <source>The residual connections around both MLPs.</source>
        <translation>두 MLP를 건너뛰는 잔차 연결.</translation>
    </message>
    <message>
        <source>The stem&apos;s max pool pads nothing and rounds its size up, as Caffe&apos;s does, in place of one pixel all around.</source>
        <translation>스템의 최대 풀링이 둘레에 1픽셀을 채우는 대신, Caffe처럼 채우지 않고 크기를 올림합니다.</translation>
    </message>
    <message>
        <source>The wide layers of a bottleneck over the narrow ones.</source>
        <translation>병목에서 넓은 층을 좁은 층으로 나눈 값.</translation>
    </message>
    <message>
        <source>The wider setting holds again.</source>
        <translation>더 넓은 범위의 설정이 다시 적용됩니다.</translation>
    </message>
    <message>
        <source>Two classifiers in the middle that help training; they don&apos;t run in inference.</source>
        <translation>학습을 돕는 중간의 분류기 두 개. 추론에서는 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>What the pooling layer takes of its window.</source>
        <translation>풀링층이 창에서 취하는 값.</translation>
    </message>
    <message>
        <source>What the shortcut joins: the bottlenecks, the expanded tensors, or nothing.</source>
        <translation>shortcut이 잇는 것: 병목, 확장된 텐서, 또는 없음.</translation>
    </message>
    <message>
        <source>Where a unit shuffles: after its first 1×1 convolution (reduce) or after the depthwise one.</source>
        <translation>유닛이 셔플하는 곳: 첫 1×1 합성곱 뒤(reduce) 또는 깊이별 합성곱 뒤.</translation>
    </message>
    <message>
        <source>Whether a separable convolution starts with the spatial part or, as Inception does, with the 1×1.</source>
        <translation>분리형 합성곱을 공간 부분부터 시작할지, Inception처럼 1×1부터 시작할지.</translation>
    </message>
    <message>
        <source>Which column of Table 1 gives the channels; auto takes the one printed for g, a fixed one lets g change alone.</source>
        <translation>채널 수를 정하는 Table 1의 열. auto는 g에 해당하는 열을 쓰고, 고정하면 g만 바뀝니다.</translation>
    </message>
    <message>
        <source>Which convolution of a bottleneck strides: the 1×1 as in the paper, or the 3×3 as in torchvision (&quot;v1.5&quot;).</source>
        <translation>병목에서 스트라이드가 있는 합성곱: 논문의 1×1, 또는 torchvision의 3×3(&quot;v1.5&quot;).</translation>
    </message>
    <message>
        <source>Width of the 1×1 before a layer&apos;s 3×3, in k; off is a layer without the 1×1.</source>
        <translation>층에서 3×3 앞에 놓인 1×1의 폭, 단위는 k. off이면 1×1이 없는 층입니다.</translation>
    </message>
    <message>
        <source>Width of the depthwise layer over the width of the block&apos;s input, in multiples of 8 channels.</source>
        <translation>깊이별 층의 폭을 블록 입력의 폭으로 나눈 값. 채널은 8의 배수입니다.</translation>
    </message>
    <message>
        <source>Width of the depthwise layer over the width of the block&apos;s input.</source>
        <translation>깊이별 층의 폭을 블록 입력의 폭으로 나눈 값.</translation>
    </message>
    <message>
        <source>Width of the last layer before the classifier; α leaves it alone.</source>
        <translation>분류기 앞 마지막 층의 폭. α가 적용되지 않습니다.</translation>
    </message>
    <message>
        <source>Width of this stage before the width multiplier, conv2_x&apos;s 64; a bottleneck gives out 4 times as many.</source>
        <translation>폭 배수를 적용하기 전, 이 스테이지의 폭. conv2_x는 64입니다. 병목의 출력은 그 4배입니다.</translation>
    </message>
    <message>
        <source>Width, depth, resolution and dropout of B0 to B7 together, wherever nothing else is set.</source>
        <translation>다르게 설정하지 않은 곳에서 B0~B7의 폭, 깊이, 해상도, 드롭아웃을 함께 정합니다.</translation>
    </message>
    <message>
        <source>Zero padding of conv1: 2 with 224 px, 0 with the authors&apos; 227 px.</source>
        <translation>conv1의 제로 패딩: 224 px이면 2, 저자들의 227 px이면 0.</translation>
    </message>
    <message>
        <source>activation order</source>
        <translation>활성화 순서</translation>
    </message>
    <message>
        <source>add</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>auxiliary head</source>
        <translation>보조 헤드</translation>
    </message>
    <message>
        <source>auxiliary heads</source>
        <translation>보조 헤드</translation>
    </message>
    <message>
        <source>basic: two 3×3; bottleneck: 1×1, 3×3, 1×1, wide → narrow → wide; inverted: the same, narrow → wide → narrow.</source>
        <translation>basic: 3×3 두 개. bottleneck: 1×1, 3×3, 1×1, 넓음 → 좁음 → 넓음. inverted: 같은 구성에서 좁음 → 넓음 → 좁음.</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>병목</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>bypass</source>
        <translation>bypass</translation>
    </message>
    <message>
        <source>cardinality</source>
        <translation>카디널리티</translation>
    </message>
    <message>
        <source>channel shuffle</source>
        <translation>채널 셔플</translation>
    </message>
    <message>
        <source>channel split</source>
        <translation>채널 분할</translation>
    </message>
    <message>
        <source>channel-mixing width</source>
        <translation>channel-mixing 폭</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>채널 수</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>분류기</translation>
    </message>
    <message>
        <source>column of Table 1</source>
        <translation>Table 1의 열</translation>
    </message>
    <message>
        <source>compound scaling</source>
        <translation>복합 스케일링</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>압축률</translation>
    </message>
    <message>
        <source>concat</source>
        <translation>이어붙이기</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>deploy</source>
        <translation>배포 구조</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation>깊이별</translation>
    </message>
    <message>
        <source>depthwise kernel</source>
        <translation>깊이별 커널</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>확장</translation>
    </message>
    <message>
        <source>expansion</source>
        <translation>확장 비율</translation>
    </message>
    <message>
        <source>factorised</source>
        <translation>커널 분해</translation>
    </message>
    <message>
        <source>first channels</source>
        <translation>첫 채널 수</translation>
    </message>
    <message>
        <source>first kernel</source>
        <translation>첫 커널</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>그룹 수</translation>
    </message>
    <message>
        <source>groups of 1×1</source>
        <translation>1×1 그룹 수</translation>
    </message>
    <message>
        <source>growth rate</source>
        <translation>성장률</translation>
    </message>
    <message>
        <source>halved 1×1</source>
        <translation>1×1 절반</translation>
    </message>
    <message>
        <source>head</source>
        <translation>헤드</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>은닉</translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation>은닉 크기</translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation>은닉 유닛 수</translation>
    </message>
    <message>
        <source>identity branch</source>
        <translation>항등 분기</translation>
    </message>
    <message>
        <source>imagenet is Table 1, small leaves out the first max pool (32 px images).</source>
        <translation>imagenet은 Table 1과 같고, small은 첫 최대 풀링을 뺍니다(32 px 영상).</translation>
    </message>
    <message>
        <source>intermediate</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>kernel of “5×5”</source>
        <translation>“5×5” 커널</translation>
    </message>
    <message>
        <source>last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>last layer</source>
        <translation>마지막 층</translation>
    </message>
    <message>
        <source>last stride</source>
        <translation>마지막 스트라이드</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>max pool rounds up</source>
        <translation>최대 풀링 올림</translation>
    </message>
    <message>
        <source>minimalistic</source>
        <translation>minimalistic</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>섞임</translation>
    </message>
    <message>
        <source>n×n convolutions as 1×n and n×1.</source>
        <translation>n×n 합성곱을 1×n과 n×1로 나눕니다.</translation>
    </message>
    <message>
        <source>order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>padding of conv1</source>
        <translation>conv1 패딩</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>패치</translation>
    </message>
    <message>
        <source>placement of SE</source>
        <translation>SE 위치</translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation>점별 합성곱</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>pool proj</source>
        <translation>풀링 뒤 투영</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>pooling window</source>
        <translation>풀링 창</translation>
    </message>
    <message>
        <source>post</source>
        <translation>덧셈 뒤</translation>
    </message>
    <message>
        <source>pre</source>
        <translation>합성곱 앞</translation>
    </message>
    <message>
        <source>project</source>
        <translation>투영</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>투영</translation>
    </message>
    <message>
        <source>reduce</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation>{0} 빼기</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>반복 수</translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation>네트워크 값으로 되돌리기</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>{0} 되돌리기</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>response norm</source>
        <translation>응답 정규화</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>세그먼트 수</translation>
    </message>
    <message>
        <source>shallow</source>
        <translation>얕은 구조</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>share of 3×3</source>
        <translation>3×3 비율</translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation>shortcut</translation>
    </message>
    <message>
        <source>shuffle after</source>
        <translation>셔플 위치</translation>
    </message>
    <message>
        <source>spatial</source>
        <translation>공간 합성곱</translation>
    </message>
    <message>
        <source>squeeze</source>
        <translation>squeeze</translation>
    </message>
    <message>
        <source>squeeze ratio</source>
        <translation>squeeze 비율</translation>
    </message>
    <message>
        <source>squeeze-excite</source>
        <translation>SE</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>스템</translation>
    </message>
    <message>
        <source>stem channels</source>
        <translation>스템 채널 수</translation>
    </message>
    <message>
        <source>stochastic depth</source>
        <translation>확률적 깊이</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>stride on</source>
        <translation>스트라이드 위치</translation>
    </message>
    <message>
        <source>token-mixing width</source>
        <translation>token-mixing 폭</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>토큰</translation>
    </message>
    <message>
        <source>towers</source>
        <translation>타워 수</translation>
    </message>
    <message>
        <source>width</source>
        <translation>폭 배수</translation>
    </message>
    <message>
        <source>width a</source>
        <translation>폭 a</translation>
    </message>
    <message>
        <source>width b</source>
        <translation>폭 b</translation>
    </message>
    <message>
        <source>width of a path</source>
        <translation>경로 폭</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Arithmetic intensity: MACs for each element read or written.</source>
        <translation>연산 강도: 읽거나 쓴 원소 하나당 MACs.</translation>
    </message>
    <message>
        <source>Bytes of the layer&apos;s own tensors.</source>
        <translation>층 자신의 텐서의 바이트 수.</translation>
    </message>
    <message>
        <source>Bytes read and written: inputs, weights, output.</source>
        <translation>읽고 쓴 바이트 수: 입력, 가중치, 출력.</translation>
    </message>
    <message>
        <source>Bytes that the layer writes.</source>
        <translation>층이 쓰는 바이트 수.</translation>
    </message>
    <message>
        <source>Class or operation.</source>
        <translation>클래스 또는 연산.</translation>
    </message>
    <message>
        <source>C×H×W of one image.</source>
        <translation>영상 한 장의 C×H×W.</translation>
    </message>
    <message>
        <source>Elements of the layer&apos;s own tensors.</source>
        <translation>층 자신의 텐서의 원소 수.</translation>
    </message>
    <message>
        <source>Elements read and written: inputs, weights, output.</source>
        <translation>읽고 쓴 원소 수: 입력, 가중치, 출력.</translation>
    </message>
    <message>
        <source>Elements that the layer writes.</source>
        <translation>층이 쓰는 원소 수.</translation>
    </message>
    <message>
        <source>Input pixels between neighbouring output values.</source>
        <translation>이웃한 출력값 사이의 입력 픽셀 수.</translation>
    </message>
    <message>
        <source>Input pixels by which the field of the first output value reaches over the border.</source>
        <translation>첫 출력값의 수용 영역이 경계를 넘는 입력 픽셀 수.</translation>
    </message>
    <message>
        <source>Kernel, stride (/2) and groups (g4), or inputs and outputs.</source>
        <translation>커널, 스트라이드(/2), 그룹 수(g4), 또는 입력과 출력.</translation>
    </message>
    <message>
        <source>Learnable tensors&apos; elements, each counted once.</source>
        <translation>학습되는 텐서의 원소 수. 각각 한 번씩.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>MACs/element</source>
        <translation>MACs/원소</translation>
    </message>
    <message>
        <source>Measured: median of the runs with stamps; what lies between layers is in none.</source>
        <translation>측정값: 시각을 기록한 실행들의 중앙값. 층 사이의 시간은 넣지 않습니다.</translation>
    </message>
    <message>
        <source>Module path; of an operation, the module that calls it.</source>
        <translation>모듈 경로. 연산이면 그것을 부르는 모듈의 경로.</translation>
    </message>
    <message>
        <source>Multiply-accumulates of one image under the counting rule.</source>
        <translation>계수 규칙에 따른 영상 한 장의 곱셈-누산 수.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Place in call order; what does not run stands last.</source>
        <translation>호출 순서. 실행되지 않는 것은 마지막에 둡니다.</translation>
    </message>
    <message>
        <source>Share of all layers and what lies between them.</source>
        <translation>모든 층과 층 사이를 합한 것에 대한 비중.</translation>
    </message>
    <message>
        <source>Share of the network&apos;s MACs.</source>
        <translation>네트워크의 MACs에 대한 비중.</translation>
    </message>
    <message>
        <source>Share of the network&apos;s parameters.</source>
        <translation>네트워크의 파라미터에 대한 비중.</translation>
    </message>
    <message>
        <source>Share of this layer and all before it in call order.</source>
        <translation>호출 순서에서 이 층까지의 누적 비중.</translation>
    </message>
    <message>
        <source>Side of the input that one output value sees.</source>
        <translation>출력값 하나가 보는 입력의 한 변.</translation>
    </message>
    <message>
        <source>What kind of layer it counts as.</source>
        <translation>층의 종류.</translation>
    </message>
    <message>
        <source>Whether it runs at inference.</source>
        <translation>추론에서 실행되는지 여부.</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>bytes, {precision}</source>
        <translation>바이트, {precision}</translation>
    </message>
    <message>
        <source>cumulative MACs</source>
        <translation>누적 MACs</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>원소</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>intensity</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>jump</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>memory access</source>
        <translation>메모리 접근량</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>padding of the field</source>
        <translation>수용 영역의 패딩</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>수용 영역</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
</context>
<context>
    <name>micro</name>
    <message>
        <source>Measure this layer over</source>
        <translation>이 층을 바꿔 가며 측정</translation>
    </message>
    <message>
        <source>The layer alone, with its own input; its own shape in the middle, all in turn.</source>
        <translation>층 하나를 자기 입력으로. 자기 모양을 가운데에 두고 모두 번갈아 측정합니다.</translation>
    </message>
    <message>
        <source>channels in → out</source>
        <translation>채널 입력 → 출력</translation>
    </message>
    <message>
        <source>groups g</source>
        <translation>그룹 수 g</translation>
    </message>
    <message>
        <source>kernel side</source>
        <translation>커널의 한 변</translation>
    </message>
</context>
<context>
    <name>operators</name>
    <message>
        <source>1×1 conv</source>
        <translation>1×1 합성곱</translation>
    </message>
    <message>
        <source>FC</source>
        <translation>FC</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>add</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>between layers</source>
        <translation>층 사이</translation>
    </message>
    <message>
        <source>cat</source>
        <translation>이어붙이기</translation>
    </message>
    <message>
        <source>depthwise conv</source>
        <translation>깊이별 합성곱</translation>
    </message>
    <message>
        <source>group conv</source>
        <translation>그룹 합성곱</translation>
    </message>
    <message>
        <source>interruptions</source>
        <translation>방해</translation>
    </message>
    <message>
        <source>k×k conv</source>
        <translation>k×k 합성곱</translation>
    </message>
    <message>
        <source>matmul</source>
        <translation>행렬곱</translation>
    </message>
    <message>
        <source>multiply</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>셔플</translation>
    </message>
    <message>
        <source>view, split</source>
        <translation>view, split</translation>
    </message>
    <message>
        <source>− stamps</source>
        <translation>− 시각 기록</translation>
    </message>
</context>
<context>
    <name>opinions</name>
    <message>
        <source> (MACs alone)</source>
        <translation> (MACs만)</translation>
    </message>
    <message>
        <source> (counts the bias: {0})</source>
        <translation> (편향을 셈: {0})</translation>
    </message>
    <message>
        <source> (differs: {0})</source>
        <translation> (차이: {0})</translation>
    </message>
    <message>
        <source> (with the bias)</source>
        <translation> (편향 포함)</translation>
    </message>
    <message>
        <source>FlopCounterMode (torch {0}): {1} MACs</source>
        <translation>FlopCounterMode(torch {0}): MACs {1}</translation>
    </message>
    <message>
        <source>FlopCounterMode counts {0} MACs, ours {1}</source>
        <translation>FlopCounterMode의 MACs {0}, 이 프로그램 {1}</translation>
    </message>
    <message>
        <source>left out by the rule</source>
        <translation>규칙에서 제외</translation>
    </message>
    <message>
        <source>ours {0}</source>
        <translation>이 프로그램 {0}</translation>
    </message>
    <message>
        <source>✓ FlopCounterMode agrees</source>
        <translation>✓ FlopCounterMode와 일치</translation>
    </message>
</context>
<context>
    <name>own</name>
    <message>
        <source>Files: {0}

It can do everything that you can do on this computer. Allow it only if you trust who wrote it, also for later changes of these files.</source>
        <translation>파일: {0}

이 코드는 사용자가 이 컴퓨터에서 할 수 있는 모든 일을 할 수 있습니다. 작성자를 믿을 수 있고, 이 파일이 나중에 바뀌어도 괜찮을 때만 허용하십시오.</translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation>사용자 아키텍처</translation>
    </message>
    <message>
        <source>Run this code</source>
        <translation>이 코드 실행</translation>
    </message>
    <message>
        <source>This runs code from this folder:
{0}</source>
        <translation>이 폴더의 코드를 실행합니다:
{0}</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Block {0}</source>
        <translation>블록 {0}</translation>
    </message>
    <message>
        <source>Blocks {0}–{1}</source>
        <translation>블록 {0}–{1}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Stage {0}</source>
        <translation>스테이지 {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <source>{0} blocks</source>
        <translation>블록 {0}개</translation>
    </message>
    <message>
        <source>{0} here, {1} elsewhere</source>
        <translation>여기서는 {0}, 다른 곳은 {1}</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>위치 {0}개</translation>
    </message>
    <message>
        <source>{0} stages</source>
        <translation>스테이지 {0}개</translation>
    </message>
</context>
<context>
    <name>published</name>
    <message>
        <source>Ours, counted the same way: {0} ({1}).</source>
        <translation>같은 방식으로 센 이 프로그램의 값: {0}({1}).</translation>
    </message>
    <message>
        <source>Rounded or cut off at its last digit, ours is {0} too.</source>
        <translation>마지막 자리에서 반올림하거나 버리면 이 프로그램의 값도 {0}입니다.</translation>
    </message>
    <message>
        <source>The only published record of this setting; click for its source.</source>
        <translation>이 설정으로 발표된 유일한 기록. 누르면 출처를 봅니다.</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>저자</translation>
    </message>
    <message>
        <source>benchmark</source>
        <translation>벤치마크</translation>
    </message>
    <message>
        <source>implementation</source>
        <translation>구현</translation>
    </message>
    <message>
        <source>no published accuracy for this setting</source>
        <translation>이 설정으로 발표된 정확도 없음</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>{0} prints {1} for {2}.</source>
        <translation>{0}: {2} = {1}.</translation>
    </message>
    <message>
        <source>{0} published records of this setting; click for all.</source>
        <translation>이 설정으로 발표된 기록 {0}개. 누르면 모두 봅니다.</translation>
    </message>
    <message>
        <source>{0} published · {1}</source>
        <translation>발표된 값 {0} · {1}</translation>
    </message>
    <message>
        <source>{0}: {1} on {2}, with the weights of the source; the weights here are others.</source>
        <translation>{0}: {2}에서 {1}, 출처의 가중치. 여기의 가중치는 다릅니다.</translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>also 2.5M, 1G and 10,000; with =, equal to the digits typed</source>
        <translation>2.5M, 1G, 10,000도 됩니다. =이면 입력한 자릿수까지 같은 것</translation>
    </message>
    <message>
        <source>also kernel, stride, channels (those that leave), in, out, size (height or width that leaves)</source>
        <translation>kernel, stride, channels(출력 채널), in, out, size(출력의 높이나 너비)도 됩니다</translation>
    </message>
    <message>
        <source>depthwise convolutions; likewise pw, group, standard, conv, linear, bn, norm, relu, act, pool, add, concat, SE</source>
        <translation>깊이별 합성곱. 마찬가지로 pw, group, standard, conv, linear, bn, norm, relu, act, pool, add, concat, SE</translation>
    </message>
    <message>
        <source>in the path only; likewise type:, kind:, detail:</source>
        <translation>경로에서만. 마찬가지로 type:, kind:, detail:</translation>
    </message>
    <message>
        <source>kernels of 1×1; 3x3 and 1×7 likewise</source>
        <translation>1×1 커널. 3x3과 1×7도 마찬가지</translation>
    </message>
    <message>
        <source>modules that do not run at inference</source>
        <translation>추론에서 실행되지 않는 모듈</translation>
    </message>
    <message>
        <source>more than 5 % of the network&apos;s MACs; params likewise</source>
        <translation>네트워크 MACs의 5 %를 넘는 것. params도 마찬가지</translation>
    </message>
    <message>
        <source>not; several words must all hold, or between two of them is enough; ( ) group</source>
        <translation>부정. 여러 낱말은 모두 맞아야 하고, 사이에 or를 두면 하나만 맞아도 됩니다. ( )는 묶음</translation>
    </message>
    <message>
        <source>of two different sides the larger one counts; kernel=1×7 asks for both</source>
        <translation>두 변이 다르면 큰 쪽을 봅니다. kernel=1×7은 둘 다 봅니다</translation>
    </message>
    <message>
        <source>this very text; any other word is looked for in path, type, kind and detail</source>
        <translation>바로 이 글. 다른 낱말은 경로, 유형, 종류, 상세에서 찾습니다</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>back to {0}</source>
        <translation>{0} 프리셋으로 되돌리기</translation>
    </message>
    <message>
        <source>load {0}</source>
        <translation>{0} 불러오기</translation>
    </message>
    <message>
        <source>open {0}</source>
        <translation>{0} 열기</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>무작위 가중치</translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation>네트워크 값으로 되돌리기</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>{0} 되돌리기</translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source> (elements)</source>
        <translation> (원소)</translation>
    </message>
    <message>
        <source>A double click opens it.</source>
        <translation>두 번 누르면 엽니다.</translation>
    </message>
    <message>
        <source>Accuracies are published ones of exactly that network, with the sources&apos; own weights.</source>
        <translation>정확도는 바로 그 네트워크로 발표된 값이며, 가중치는 출처의 것입니다.</translation>
    </message>
    <message>
        <source>Budget: {0}.</source>
        <translation>예산: {0}.</translation>
    </message>
    <message>
        <source>Latencies of {0}; {1} that were measured on other machines are kept apart.</source>
        <translation>{0}의 지연 시간. 다른 기기에서 측정한 {1}개는 따로 둡니다.</translation>
    </message>
    <message>
        <source>Latency: {0}.</source>
        <translation>지연 시간: {0}.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>No sweep yet.</source>
        <translation>아직 스윕이 없습니다.</translation>
    </message>
    <message>
        <source>Values with commas, or LOW..HIGH:STEP. Allowed: {0}.</source>
        <translation>쉼표로 나눈 값, 또는 LOW..HIGH:STEP. 허용: {0}.</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>활성값</translation>
    </message>
    <message>
        <source>done</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>front</source>
        <translation>전선</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>measured on</source>
        <translation>측정한 기기</translation>
    </message>
    <message>
        <source>measured on {0}</source>
        <translation>측정한 기기: {0}</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>memory access</source>
        <translation>메모리 접근량</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>not built: {0}</source>
        <translation>만들 수 없음: {0}</translation>
    </message>
    <message>
        <source>not measured: {0}</source>
        <translation>측정하지 못함: {0}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>open: {0}</source>
        <translation>열림: {0}</translation>
    </message>
    <message>
        <source>outside the budget</source>
        <translation>예산을 넘음</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>params</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>published top-1</source>
        <translation>발표된 top-1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>the open recipe</source>
        <translation>열린 레시피</translation>
    </message>
    <message>
        <source>waits until all is quiet</source>
        <translation>조용해지기를 기다림</translation>
    </message>
    <message>
        <source>within the budget</source>
        <translation>예산에 듦</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{1}에서 {0}</translation>
    </message>
</context>
<context>
    <name>totals</name>
    <message>
        <source>, batch {0}</source>
        <translation>, 배치 {0}</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>스레드 1개</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>스레드 {0}개</translation>
    </message>
</context>
<context>
    <name>turns</name>
    <message>
        <source>faster</source>
        <translation>더 빠름</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>더 느림</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>결정 안 됨</translation>
    </message>
</context>
<context>
    <name>weights</name>
    <message>
        <source>, top-5 {0} %</source>
        <translation>, top-5 {0} %</translation>
    </message>
    <message>
        <source>cannot be used; see Details</source>
        <translation>쓸 수 없음. 세부 참고</translation>
    </message>
    <message>
        <source>checking what fits…</source>
        <translation>맞는 것을 확인하는 중…</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>파일에 없음</translation>
    </message>
    <message>
        <source>not real numbers in a plain layout</source>
        <translation>실수도, 보통의 배치도 아님</translation>
    </message>
    <message>
        <source>own: {0} on {1}</source>
        <translation>사용자: {0}({1})</translation>
    </message>
    <message>
        <source>random, seed {0}</source>
        <translation>무작위, 시드 {0}</translation>
    </message>
    <message>
        <source>top-1 {0} %</source>
        <translation>top-1 {0} %</translation>
    </message>
    <message>
        <source>{0} in the file, {1} here</source>
        <translation>파일 {0}, 여기 {1}</translation>
    </message>
    <message>
        <source>{0} of {1} tensors</source>
        <translation>텐서 {1}개 가운데 {0}개</translation>
    </message>
    <message>
        <source>{0} · names of {1}</source>
        <translation>{0} · {1}의 이름</translation>
    </message>
    <message>
        <source>{0} · trained from this recipe</source>
        <translation>{0} · 이 레시피로 학습됨</translation>
    </message>
    <message>
        <source>{0} · {1} random</source>
        <translation>{0} · 무작위 {1}</translation>
    </message>
</context>
</TS>
