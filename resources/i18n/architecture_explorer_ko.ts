<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
<context>
    <name>AccuracyChart</name>
    <message>
        <source> (open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; {0} further sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click opens it; Undo brings the present recipe back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy? top-1 % · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs are our counts of the same network: {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines join what papers and official repositories print; small points are other sources and dearer equals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published accuracies of the sources&apos; own weights, one centre crop, float; ImageNet-1k validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What accuracy did papers get? top-1 % · {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which families are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>families ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published, original weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe: accuracy not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe: own {0} % on {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
top-1 {1} %, published, original weights
{2}, {3}{4}
{5} MACs · {6} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} published accuracies; the highest of each family: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} top-1, published, original weights
{1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisRow</name>
    <message>
        <source>Knob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this axis away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s values one by one, or the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole range: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomPanel</name>
    <message>
        <source>Charts and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roofline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares by kind of operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BudgetLine</name>
    <message>
        <source> Elements held at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most {0} that fits: {1}. Empty for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits is listed first, the best of this figure on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CentrePanel</name>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds of layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Show all again (A, or a double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartDialog</name>
    <message>
        <source>CSV holds the data alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For papers and for editing: text stays text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For slides and the web: pixels at the chosen resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG and CSV have no pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart&apos;s data, with what they hold under in lines that begin with #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chart&apos;s data as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartFiles</name>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart is on the clipboard, as PNG at {0} dpi, as SVG, and its data as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>Copy picture and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, copy, table and settings of this chart (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of this chart readable on a projector.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartPair</name>
    <message>
        <source>Which chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} selected, the last one:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Back to where the name was followed from (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the page, or what is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the file in an editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePart</name>
    <message>
        <source>{0} governs no line here; it is read in {1}, line {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is read by no line of the network&apos;s own code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: {0} ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the boxes mean.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareFiles</name>
    <message>
        <source>Copy ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV, Markdown, LaTeX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the pins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareSteps</name>
    <message>
        <source>Compare the others with this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>latency: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring {0}, {1} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to measure, once all is quiet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTools</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure pins ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the pins that have no latency under the present conditions, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table as CSV, Markdown or LaTeX, with rule, conditions and sources; the pins as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which columns are shown; also by a right click on the titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionsForm</name>
    <message>
        <source>BN folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm folded into the convolution before it, as runtimes for inference do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number type of weights and activations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors laid out N×H×W×C in memory instead of N×C×H×W.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of one operation (torch.set_num_threads).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs the network; its answer is checked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels-last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostChart</name>
    <message>
        <source>Cost per layer {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting rule: {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In call order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer of this network costs {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of the cost chart: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: bars {0} to {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of this recipe are not measured: Measure layers (Ctrl+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bars are heights of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the cost? {0} per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cumulative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers in call order, by stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers, the largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers, {1} {2}; {3}; the most in {4}: {5}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>Go to {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesChart</name>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has both figures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What x is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What y is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} over {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} points in {1} lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Choose a row to see what differs from the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no knob differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knobs differ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DormantList</name>
    <message>
        <source>No block asks for this at present; it holds again when its block is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this setting out of the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dormant: {0} —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditPart</name>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>A preset is pinned by its context menu in the library; recipe files can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin recipes to compare parameters, MACs, memory, time and published accuracy under one counting rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A dynamic batch takes any number of images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed batch takes 1 to 1024 images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is running; cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For running it elsewhere: structure and weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For training it: one readable file that needs torch only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images a batch, 1 to 1024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (PyTorch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the export process…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the export; a file of that name stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure and weights in one file, compared with PyTorch in ONNX Runtime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file takes any number of images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file takes this many images, which some runtimes ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network as source with its first weights and the paper&apos;s training settings; run on torch alone and compared. It holds no weights and takes any batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights leave with the file, which names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written and verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random, seed 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was changed since this recipe was saved; its numbers may differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find: dw, 1×1, SE, groups&gt;1, stride=2, macs&gt;5%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers found (↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindDrop</name>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrontChart</name>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has both figures yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nothing beats: {0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} points, {1} on the front: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>Colour and figures: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures: MACs; colour:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output, float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concatenation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory access, float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output in memory, float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointwise 1×1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single layers 0 – {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphPart</name>
    <message>
        <source>How far the graph lies open, and how large it is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, close and zoom the graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Block graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to fold them into one box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to show them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatChart</name>
    <message>
        <source> at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heat map needs two axes; this sweep has {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of this slice yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis along x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure in the cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions of the measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a measurement to see its runs and conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a measurement to see its runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryFiles</name>
    <message>
        <source>A row a measurement, with all conditions and the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with raw samples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurements as they were taken, raw samples and fingerprint included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with every run in a last column, as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed columns for pandas and others, raw samples as a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs pyarrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Nothing was measured yet. Every measurement is kept here, also those of the command line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: mobilenet noisy 2026-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets the marked measurements; can be taken back (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the recipe of the marked row; Undo leads back (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marked measurements, or all shown, as CSV, JSON or Parquet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that must all stand in a row: preset, change, condition, machine, date, doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Stored measurements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Activation memory: bytes of the output, one image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alive at {0}, in {1}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic intensity: MACs for each byte of memory access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as they are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the learnable tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels / memory per resolution, {0}: largest tensor · between blocks (MobileNetV2, Table 3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a box to see its figures and set its knobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured time of the layers, and of what lies between them within this part (Ctrl+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory access cost: inputs and weights read, outputs written, once each (ShuffleNet V2, G1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most bytes of activations alive at once, operations in order, one image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations, and how many of them have weights or MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field: input pixels that an output unit sees, / its step (Araujo et al. 2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest activation, one image; MobileNetV2&apos;s Table 3 has the largest between two blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What published guidelines say of the selected blocks. It never stops anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between its layers: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in → out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the guidelines find nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MACs/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} with a cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnobRow</name>
    <message>
        <source>Take the setting away here; the wider one holds again (Delete).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs below:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal here: {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others not: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● at {0} of {1}; network {2} —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● here; network {0} —</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● set here —</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnobsPanel</name>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes away all that is set here and within, in one step; the network&apos;s knobs hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting; the knobs follow in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation after {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all of them: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset stages and blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatencyTab</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IQR {0}, min {1}, n {2}, warm-up {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure by itself once a change has settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure after each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {0} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerFiles</name>
    <message>
        <source>Copy ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all {0} shown as CSV, Markdown, LaTeX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {0} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>Does not run at inference: 0 MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p10–p90 {0} – {1}, {2} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerTools</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: dw stride=2, macs&gt;5%, -bn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers as CSV, Markdown or LaTeX, with rule, recipe and units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which columns are shown; also by a right click on the titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayersTab</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals of the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Architectures from folders of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architectures from your own folders; a click lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the file {0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, family, paper or year (Ctrl+Shift+F); Enter opens the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches; try a year or a paper&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the paper {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture Explorer {0}

PySide6 and PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library and knobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals and inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Minimap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Charts of the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One chart stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which charts stand on the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (no room at this width)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnDialog</name>
    <message>
        <source> (this run only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports every file afresh; the open recipe keeps its knobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Python file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python files with an @architecture class, as docs/adding-an-architecture.md shows. A file is loaded again when it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traceback of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the files in a process of their own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no @architecture in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not run, because you have not allowed it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperFiles</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV, Markdown, LaTeX…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>Differs below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets {0}. Enter or a double click edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset has {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperTab</name>
    <message>
        <source>Copy, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table as CSV, Markdown or LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; the table is our own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>For LaTeX and printing: one page as large as the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For papers and for editing: text stays text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For slides and the web: pixels at the chosen resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is painted between the boxes: for a slide with a ground of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG and PDF have no pixels: they are sharp at any size.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturePart</name>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard, as PNG at {0} dpi and as SVG.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinOverlay</name>
    <message>
        <source>Outline of a pin over the bars: the one marked in Compare, else the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the pin {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned recipes under their own names and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pins</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPart</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No latency of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe is pinned already, as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpinned: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishedDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: differences are ours against the printed figure, counted as the source counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublishedLine</name>
    <message>
        <source>Nothing is published for this setting.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RooflineChart</name>
    <message>
        <source>Each layer becomes a point below this machine&apos;s roofs. Measure the layers (Ctrl+F9) and the machine&apos;s peaks (Ctrl+Shift+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GMAC/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers below this machine&apos;s roofs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs per byte of memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What bounds it? GMAC/s over MACs per byte of memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attainable {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory {0}B/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this machine can reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1}FLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MACs, {1} read and written: {2} MACs/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers; {1} of them are bound by memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RooflineTab</name>
    <message>
        <source>Bytes: every tensor to and from memory once, no cache; 1 MAC = 2 FLOP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers not measured: hollow points are bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine&apos;s peaks ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roofline (Williams, Waterman, Patterson 2009). A byte counts when a layer&apos;s input, weight or output is read or written, once each, as if nothing were cached. The memory&apos;s roof is the faster of copy and triad (STREAM) on arrays larger than the last cache; the level one the fastest of matrix products and convolutions, best of many runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s peaks are not measured yet: no roofs. It takes some seconds, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured once all is quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {0} ({1}FLOP/s), memory {2}B/s; they meet at {3} MACs/byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers lie above the memory&apos;s roof: a cache served them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers without MACs take {1} % of the time, {2} % lies between layers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleButton</name>
    <message>
        <source>Counting rule: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Click for other counting rules.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuntimesPanel</name>
    <message>
        <source>One press measures this recipe in each runtime that is here, with the same input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer as PyTorch eager&apos;s: {0} off, {1} allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers agree with PyTorch eager&apos;s within {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first run: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first run {0} ms, not in the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured once all is quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>As shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution in dots per inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeSwitch</name>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs act on all of these at once: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs act on the whole network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs act on this block only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs act on this stage only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a block in the graph to set its knobs apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stage in the graph to set its knobs apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the knobs act on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharesChart</name>
    <message>
        <source>A click marks them in the graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by kind of operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts the weights of convolutions and FC layers alone, as MobileNets&apos; Table 2 does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has neither parameters nor multiply-accumulates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which operations cost? {0} and {1} by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without BatchNorm and bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} layers
{2} {3} · {4} %
{5} {6} · {7} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotCell</name>
    <message>
        <source>{0}: nothing is set here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpreadChart</name>
    <message>
        <source>How steady is it? runs by ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measurement of this recipe yet. Press Measure (F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {0} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {0} ms, p10 {1}, p90 {2}, {3} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms of one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} slower runs lie beyond the right edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} slower →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}–{1} ms
{2} of {3} runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source> · batch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ GPU: none found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepDialog</name>
    <message>
        <source>Add an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the latency of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many different points drawn at random; 0 takes all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each measured on {0}, threads {1}, batch {2} (Latency tab), one at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time shows once the first are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} points, drawn at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepPart</name>
    <message>
        <source>A sweep is unfinished: {0} of {1} points are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepTab</name>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} fit the budget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepTools</name>
    <message>
        <source> (unfinished)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier sweeps, and results of main.py sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends it. What is finished stays among the kept sweeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the rows of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: fits, front, α=0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on where it was; nothing that is finished is done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sweep is kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops here; Resume goes on where it was, also after the program was ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows as CSV, Markdown, LaTeX or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits: within the budget; front: on the front (◆); refused: what cannot be built; else words of the row, such as alpha=0.5 or a paper&apos;s name. Several words hold together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} older ones in {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Rows of the sweep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>, logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do MACs predict time here? median ms · M MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each measured recipe becomes a point. Change a knob and pause, or press Measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings: measured earlier, from the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time? median ms · M MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median ms, bar from p10 to p90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1} MACs
median {2} ms, p10 {3}, p90 {4}, n {5}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimePart</name>
    <message>
        <source>Click to end it (Shift+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else needs the processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe&apos;s layers were not measured under these conditions. Click to measure them (Ctrl+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers: measured once all is quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers: measured once you pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring layers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring layers… {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured — Measure layers ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured — again ▶</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source> · edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (Alt+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open preset; the menu has its sister variants</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsModel</name>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total, and {0} between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>All learnable tensors, BatchNorm&apos;s γ and β included; running statistics not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends this measurement (Shift+F9).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of single runs on this machine; p10–p90 beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates for one image, under the rule named below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0} here; devices: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals, against the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete: 1 operation not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete: {0} operations not counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured after the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured once you pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured; press Measure (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}, for one image.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TweakChart</name>
    <message>
        <source>Each change? median ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each measurement of this session becomes a point, in order. Change a knob and pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did each change do? median ms, in order of measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measurement of this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median ms, bar from p10 to p90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1}
median {2} ms, p10 {3}, p90 {4}, n {5}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % against the one before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsDialog</name>
    <message>
        <source>% on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; nothing of the file is left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the branches were fused after loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An accuracy belongs to the network that was trained: here a part of the weights is random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to weights drawn from the seed; one step, can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file, not used: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own accuracy: top-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random, seed {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that are random or left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you measured; it is shown as own beside this very recipe and beside no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another recipe ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing here takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} tensors of this network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsRow</name>
    <message>
        <source>A file is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads weights from a file (Ctrl+L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the file fits, what is random, and its accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About Architecture Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts and tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer, farther, all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes every stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the list, then the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the selected box and every box in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the window; asks first where something is unsaved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code beside the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by activation memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by measured time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour by parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the marked layers, or all; the menu has Markdown and LaTeX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the marked rows, or all; the menu has Markdown and LaTeX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the rows that are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative line, largest first, logarithmic axis, parameters, weights alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on light panels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the marked measurements; takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down to blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down to layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down to stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws faintly what is not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits the cell, where it is a knob; ↑ ↓ step through what can be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the measurement that is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the graph…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds layers by name, type, attribute or expression: dw, 1×1, stride=2, macs&gt;5%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the network into the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the selected box into the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold to ×N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders with architectures of your own: add, reload, see what failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds equal blocks in a row to ×N everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the language of the desktop: Korean, or else English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the light or dark scheme of the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From bar to bar or point to point; opens the point, marks the kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the search field into the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to where a name was followed from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the layer found before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next layer found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the layer table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the paper&apos;s table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into its filter; there Esc empties it, ↓ leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the list of matches; Enter goes to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data as a table; its menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps saved recipes for comparison without opening them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps this recipe beside others for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger or smaller, around the pointer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library and knobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on dark panels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists what the keys do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes it the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the step again that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure after each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure layers ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure runtimes side by side ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure stored ones anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this machine&apos;s peaks ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure ▶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures a recipe after a change even where its figure is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures again once a change has settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures peak MAC/s and memory bandwidth, for the roofline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the latency of this recipe now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the pins that have no latency, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures the time of every layer, and of what lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures this recipe in every runtime that is here, one after another, answers checked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the pin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves the view; the middle button does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No box is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No graph yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No measurement is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name was followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network to load weights into yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No selected box stands for several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No selected box was unfolded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed: this is the preset itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set apart from the network here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to export yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to measure yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to pin yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to search yet: the recipe is still being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of several boxes, back to one; then what is around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open all of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a saved recipe; the present one stays one undo away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens every stage; blocks stay closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens or folds the selected box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the best match of the search, or the preset with the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the pin in the window; Undo leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the recipe that was measured; Undo leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the row or point in the window; Undo leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the selected box and every box in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own architectures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin recipe files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts every panel back where it was at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the cursor into the search field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the graph on the clipboard as it is set in Save picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the value back that was there before typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renames the pin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves it as SVG, PNG or CSV; copies picture and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the pinned recipes as one file, for this window and main.py compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the recipe under a new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the recipe under its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects every block that is shown; where none lies open, every stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects further boxes; so does Shift+click, and Ctrl+click one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects the boxes that a band touches; with Ctrl beside those selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selects what the line makes; on a name, goes to its definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets up a grid or a random sample over knobs and presets, analysed or measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows equal blocks in a row as one box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows equal blocks that stand in one box one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows every ×N one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows everything that was measured and kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the left side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the lower side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the right side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the source of the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the graph in its own size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the table of the pinned recipes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the whole graph in a corner, with the part that is in sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes away all that is set at the selection and within, in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes every change of this preset back; one step, can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the marked rows of the comparison off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the selection off; the knobs act on the whole network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the setting away; the wider one holds again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the typed value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the weights of a .safetensors or .pth file as far as they fit; the file can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first and the last box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the colour of their kind of layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the bytes of their output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the bytes they read and write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by the time measured for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by their MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph&apos;s boxes take the ramp&apos;s colour by their parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least and the greatest value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu of what is selected, with its knobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next box along the flow; across it, into a box and out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next layer; the graph follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next match, the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s next value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows, curves, heat map and front of the sweep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals and inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold ×N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpins; takes the last step of the pins back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program is, its version and its libraries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a verified ONNX or Python file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the graph as SVG, PDF or PNG, with title and legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>한국어</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>Measured {0} under these conditions, from the store; F9 measures it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>A tenth of the runs was faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of the runs was slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic intensity: multiply-accumulates per element read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As top-1, the right class among five.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes read and written by all layers: inputs, weights, outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that all layers write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C×H×W of one image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnable tensors&apos; elements, each counted once, in millions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of single runs on this machine, all under the same conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millions for one image under the counting rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most bytes of activations alive at once, run in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published of exactly this network, or stated by the owner of its weights; never borrowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the pin; F2 changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset that the recipe starts from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the recipe sets against its preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the accuracy comes from, and under which conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the baseline only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knob, stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured under {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p10–p90 {0}–{1} ms, n {2}; {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p90</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the best of this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ms under {1}: not compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · baseline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Column, 88 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparisons (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the sweep {0} for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with own architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, 180 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin recipe files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes and comparisons (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the paper&apos;s table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edited {0} has not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole graph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>1 measurement deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × MACs of conv + linear + matmul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ReLU on few channels destroys what the wide tensor held; MobileNetV2 leaves its bottlenecks linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A depthwise separable convolution takes 1/N + 1/k² of a standard one&apos;s MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group of few channels does not fill a vector unit, and every group is a small convolution of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As macs, fully connected layers left out (ShuffleNet, Table 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As macs, one more for each output of a biased layer and two for each element of a BatchNorm, as in ptflops; no activation or pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm cannot be folded: the network&apos;s code cannot be traced ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element-wise operations are non-negligible: few MACs, much memory access; depthwise convolutions count among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal channel width minimises memory access cost at equal MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excessive group convolution increases memory access cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library now: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs + bias + BN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs without FC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates of convolutions, linear layers and matrix products; no bias, BatchNorm or activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network fragmentation reduces the degree of parallelism.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program is set to open {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One recipe pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TF32 is a number type of CUDA devices; the device is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TF32 replaces float32; dtype is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edited {0} was left unsaved; Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended while it loaded own architectures; it goes on without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pins cannot be kept for the next start: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pins of the last run cannot be read; the file is kept as {1}. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pins of the last run cannot be read; the file stays as it is. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows are sorted by a column; click its title until they stand in your own order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was saved as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation {0} cannot be read; the window stays English. `make translations` writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the macs: a multiplication and an addition each count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector units and tensor cores work on 8 channels at a time; the rest of the last 8 is padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ( is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 2-D convolution needs N×C×H×W, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CUDA graph is captured of PyTorch eager; the runtime is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CUDA graph is one launch: its layers cannot be timed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a CUDA graph needs a CUDA device; the device is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PNG of {0} × {1} pixels is too large; choose {2}, or show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolution for {0} input channels got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fault: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file name with a full stop in it ({0}) cannot be imported; rename the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a linear layer for {0} inputs got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a match of a published record cannot be read: {0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a normalisation for {0} channels got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a published record is {0}; an object is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a request needs an &quot;id&quot;, a number or a text: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sweep needs at least one network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a {0}-wide window does not fit an input {1} px wide (padding {2}): the input resolution is too small here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis -1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch = {0} is not allowed; allowed: dynamic, whole numbers 1 to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot make {0}: there is no folder {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot make {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot remove {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {0}: it is a device or a pipe, an ordinary file is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {0}: it is a folder, a file name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {0}: there is no folder {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels that are no multiple of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison version {0} cannot be read; this program reads version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison without pins: &quot;pins&quot; is {0}; a list is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv + linear + matmul + bias + BN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv + linear + matmul, no bias/BN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv + matmul, no FC, no bias/BN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device = {0} is not a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disturbed: the threads had a processor {0} % of the time; something else is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dpi = {0} is not allowed; allowed: {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drifting: the second half of the runs was {0} % faster than the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drifting: the second half of the runs was {0} % slower than the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dtype = {0} is not allowed; allowed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends the process ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files is {0}; a list is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame is {0}; the id of one is needed, or &quot;&quot; for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intrusive: the runs with stamps took {0} % longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was changed while it was being loaded; reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its answer was not compared with PyTorch&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers are timed in PyTorch eager only; the runtime is {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measurement settings are {0}; an object with some of {1} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring in turn: {0} rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CUDA graph can be captured of this network: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column is called {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no column named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no convention of counting parameters named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no counting rule named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no device named {0} on this machine; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no job named {0} here; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measurement setting named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no measurement {0} in {1}; it may have been deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no network of this sweep has {0} at {1}; places are {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no precision named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no runtime named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scheduler answers at {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no worker as asked for at {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no worker named {0}; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no worker offers to measure (dask worker … --resources {0}=1); there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no worker {0} with the tags asked for; there are: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy: other processes kept {0} processors busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy: the middle half of the runs spreads over {0} % of the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a comparison: the file has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a file of own architectures: {0}; folder and file are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a line of JSON: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a recipe: the file has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a sweep: the document has no &quot;format&quot;: &quot;{0}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands after {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands before {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing stands between the quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the median of {0} runs is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opset = {0} is not allowed; allowed: whole numbers {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opset {0} is not possible for this network ({1}); take {2} or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path is {0}; a file name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peaks: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin {0} of the comparison: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0} has an unknown field {1}; there are: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0} is matched twice; one recipe is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0} needs exactly one verdict: a match, or the reason why it has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: kind is {1}; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: latency is {1}; a device and ms above 0 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: source is {1}; paper, table and url are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: url is {1}; allowed: a web address, or nothing where none is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: 0 to 100 per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: millions above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published record {0}: {1} is {2}; allowed: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe version {0} cannot be read; this program reads version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; &quot;dataset&quot; and &quot;digest&quot; are texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; &quot;top1&quot; and &quot;top5&quot; are per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with a malformed accuracy: {0}; an object is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with malformed knobs: {0}; an object of knob: value is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with malformed overrides: {0}; an object of path: {{knob: value}} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with malformed weights: &quot;path&quot; is {0}; a file name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with malformed weights: &quot;sha256&quot; is {0}; 64 hexadecimal digits are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe with malformed weights: {0}; an object with &quot;path&quot; and &quot;sha256&quot; is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe without a preset: &quot;preset&quot; is {0}, a name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule is {0}; a name is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runtimes = {0} is not allowed; a list with some of {1} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample = {0} is not allowed; allowed: whole numbers from 0 (all points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scattered: interruptions that hit another layer in each run make up {0} % of a run; no layer has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed = {0} is not allowed; allowed: whole numbers from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape {0} cannot be viewed as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes {0} and {1} cannot be multiplied as matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes {0} cannot be concatenated along dimension {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes {0} do not fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short: {0} of {1} runs fit into {2} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stamps: {0} measured ({1}), {2} µs a layer, {3} µs an operation; not subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sweep version {0} cannot be read; this program reads version {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes longer than {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the axis {0} has a value twice: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the axis {0} has no values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the counts of published networks {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data set needs a name of 1 to {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the explanations {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {0} cannot be made: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {0} of own architectures is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the journal {0} cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library has no preset {0} (any more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lock {0} that keeps measurements apart cannot be opened: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be opened: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measurement store {0} cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the networks chosen have no knob in common at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that analysed it ended {0} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process that measured it ended {0} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published results {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quotation mark before {0} is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sweep cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sweep has {0} points; allowed: up to {1}. Take fewer values, or a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sweep has {0} points; the window takes up to {1}. Take fewer values or a sample, or use main.py sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sweep {0} is running in another process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the times of {0} are no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the times of {0} are of another recipe than its digest says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights take {0}; one ONNX file holds at most {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {0} process cannot be started: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a ) without a (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no measurement store to read from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no place {0} in this network; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no preset {0} in the library now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no sweep to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no weights file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to draw: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tls:// needs --tls-ca, --tls-cert and --tls-key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1 = {0} is not allowed; allowed: per cent from 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-5 = {0} is below top-1 = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch.compile cannot compile this network: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch.compile needs a C++ compiler; none of {0} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two groups: {0} % of the runs take about {1} ms, the others {2} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two of the networks are the same; name each once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two sides are compared with =, as in {0}=3×3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmatched: {0} layers of the analysis were not seen in the run; their time lies between layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up: after {0} runs they were still getting faster by more than {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what should stand after {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide: the interval of the median is {0} % wide; {1} % was not reached in {2} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with BatchNorm folded the layers are no longer those of the analysis; time them without fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker {0} cannot import this program: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker {0} runs another version of this program; it would count otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing {0}, {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} is not a number; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: per cent from 0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: true, false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} = {1} is not allowed; allowed: {2}{3} to {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} branches side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: the library has no preset {1}. If it is an own architecture, add its folder with File, Own architectures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: there is nothing inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: the ending {1} is unknown; there are: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channels cannot be split into {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} chooses the layout of tensors itself; channels_last is for PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not answer as PyTorch eager does: off by {1} of the largest value, {2} is allowed; no time is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit {1}: it was trained from a recipe of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit {1}: {2} of its {3} tensors ({4}, …) have a name and shape that is needed; needed are {5}, … or the names of {6}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ends in {1}; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists; name a folder that does not, so that nothing is mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} folds BatchNorm itself; fold is for PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} follows from the network as it is built; it has no knob of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has more than {1} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no fused form; re-parameterisation is RepVGG&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no knob {1}; sweep it alone, or take the axis away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no total to take per cent of; macs and params have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no values; type some, such as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no weights file: its weights are random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has version {1}; this program reads version {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has {1} rows; the window shows up to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds a name that is no text: {1}; rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds another sweep that is not finished; finish it, remove it, or give another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no named tensors; a state dict is needed, bare or under {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds values that are not finite, in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds {1} Python files; a folder of architectures has at most {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a database of another program; name another folder in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an axis twice; give all of its values in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged, or not a checkpoint that torch wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged, or not a checkpoint that torch wrote: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged, or not a safetensors file: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is measured in float32 on the CPU; dtype is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is measured on the CPU only; the device is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no budget; allowed: a number above 0 such as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no comparison; the column comes first, as in macs&gt;5%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no folder; own architectures are the .py files of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no knob of this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not LOW..HIGH:STEP with LOW &lt;= HIGH and a STEP above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not LOW..HIGH:STEP, such as 0.25..1:0.25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a comparison: not valid JSON ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a name for a chart; allowed endings: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a name for a picture; allowed endings: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a number; allowed: 12, 1.5, 10k, 1M, 1G, and 5% for macs and params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a recipe: not valid JSON ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a result file: it has no &quot;format&quot;: &quot;{1}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a result file: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a sweep: not valid JSON ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not an ordinary file; a weights file is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not installed (pip install {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not of a version this program reads: &quot;version&quot;: {1} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the journal of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the journal of a sweep; it is left as it is. Give another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the result of a sweep: a row of it is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the result of a sweep: it has no &quot;sweep&quot; and &quot;rows&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the weights file of this recipe: its SHA-256 begins {1}, the recipe&apos;s {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is refused: reading it would run code ({1}), and this program runs none from a file; save the state dict alone, torch.save(model.state_dict(), …), or as .safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is set in the first row of the stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is text: it is asked for with a colon, {0}:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is written when the sweep is done; an unfinished one can be saved as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers saved as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} measurements deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} measurements saved as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs the list &quot;records&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs the lists &quot;matches&quot; and &quot;unmatched&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} no longer declares all knobs that were set; Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} variants, about {2} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} published records share {1} ids; every id is needed once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} recipes pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows of the sweep are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows of the table copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows saved as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes {1} of memory and {2} is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a newer version of this program (schema {1}, this one knows {2}); it is left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} is no date; allowed: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} is not allowed; allowed: 1 to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of {2} runtimes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: 1×1 from {1} to {2} channels moves {3} times the least for its MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: a convolution in {1} groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: plain TCP would let everyone on the network run code on these machines; use tls://, or --plain-tcp if you know that nobody else is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the window cannot read the declaration ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} groups of {2} input channels each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} is no entry of &quot;unmatched&quot;; a record and a reason are needed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch {0}: max abs {1}, max rel {2} ({3} at {4})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full check passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max abs {0}, max rel {1} ({2} at {3})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names and shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tensors equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, opset {1}, batch {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fusion</name>
    <message>
        <source>A difference that stays in float64 would be an error; one that goes is rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutions {0} → {1}, parameters {2} → {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference of a logit over the largest logit, {0} images of seed {1}; weights: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fused ≠ training-time network: differs by {0} (float32), {1} (float64)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ fused = training-time network: differs by {0} (float32), {1} (float64)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>A tenth of the runs was faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of the runs was slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knobs that differ from the preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of single runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor and device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons to distrust the figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime, device, threads, batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset it was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the measurement began (UTC in files).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency, or layers: the runs without stamps of layer times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p10 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p90 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knobs</name>
    <message>
        <source>1×1 branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 convolutions before the 3×3 and 5×5 and behind the pooling: module (b); without them module (a).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×1 reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3×3 reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5×5 reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7×7 and max pool, both stride 2; deep: three 3×3 for the 7×7; small: a 3×3 that keeps the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7×7 width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A classifier behind 6e that regularises training; it doesn&apos;t run in inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pads with zeros where the shape changes, B projects there, C everywhere; D strides by an average pool before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a fire&apos;s input to its output: simple where both have the same channels, complex also elsewhere, by a 1×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each convolution, or after the 1×1 of a separable one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each hidden fully connected layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each of the last two separable convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 behind the pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 convolution, or after the standard one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 convolutions in front of larger ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 expansion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 projection; none is the linear bottleneck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1 reductions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 1×1, 3×3 and 5×5 branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the 3×3 (the first one of a basic block).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the concatenation of the branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable 3×3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolution of a separable one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolution; the paper leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the depthwise convolutions; the paper leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the expand layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the larger convolutions and the 1×1 branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last 1×1 convolution and the layer behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last 1×1 convolution of each branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last BatchNorm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last convolution, before the sum; not in pre order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the second 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the shortcut&apos;s sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the squeeze layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the stem&apos;s convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the stem&apos;s convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the sum of the branches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the sum with the bypass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the sum, or after the concatenation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the sum; in pre order where a block&apos;s branch starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end of squeeze-and-excitation, before it scales the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm after each convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNorm and activation after each convolution (post) or before it (pre).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before each separable convolution of a residual block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the first convolution of a layer or a transition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between a bottleneck&apos;s first 1×1 and its 3×3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the 1×1 and the 3×3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the depthwise and the 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the two layers of squeeze-and-excitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks in this stage, before the depth multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels inside the 1×7 and 7×1 chains, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of a patch, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of one path in conv2_x; constant cost lets d follow from C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 1×1 before the 3×3, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 1×1 before the 5×5, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 1×1 behind the pooling, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 1×1 branch, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 3×3, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the 5×5, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the first layer, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the stem, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the stem; auto takes 12, 24 or 48 by α, as a multiple of g.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of the stem; α leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels that each layer adds; the stem has 2k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost that a constant cost keeps, in that of 1×64d (70 k parameters in conv2_x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise separable (depthwise, then 1×1) or one standard convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the branch (standard), its start (pre), behind the sum (post), on the shortcut (identity), behind the 3×3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of conv2, conv4 and conv5 (of their 1×1 where they are separable): 1 is a single tower, 2 the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of every second layer of a stage; a group sees only its own channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the 1×1 of a separable layer; a group sees only its own channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the channel-mixing MLP; a group sees only its own channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the pointwise convolutions; a group sees only its own channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of the spatial convolution: 1 is an ordinary convolution, 3 or 4 an Inception module, C the extreme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the channels behind a block&apos;s first 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden width of the MLP across channels, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden width of the MLP across patches, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the channel-mixing MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the token-mixing MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel of a projection that strides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out the five layers of 14×14×512.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local response normalisation after conv1 and conv2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local response normalisation in the stem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixer layers, before the depth multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped 1×1 convolution but the separable one&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after each grouped layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups after the first grouped 1×1 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups between a unit&apos;s two 1×1 convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups inside the grouped MLP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixes the channels of the groups of a unit&apos;s two branches behind it, and of the groups after the first grouped 1×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies every stage&apos;s repeats; rounded up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; 0.5, 1, 1.5 and 2 are the columns of Table 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; C, D_C and D_S, rounded to a multiple of 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; k is rounded to a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; rounded to a multiple of 4g.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of every layer; rounded to a multiple of 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of stage 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the channels of stages 1 to 4, stage 1 never above its 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No squeeze-and-excitation, no h-swish and 3×3 kernels, wherever nothing else is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channels of a fire, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channels of a unit over the channels of its depthwise convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channels of this block, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channels of this stage, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs of each hidden fully connected layer, before the width multiplier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs of the classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parallel paths of a block: the groups of its 3×3 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of dropping an input of the classifier; acts only in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the cursor into the knob&apos;s field: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate at which the last block&apos;s branch is left out in training; earlier blocks less, in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a fire&apos;s output channels that comes from 3×3 filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the channels that a transition lets through; 1 is DenseNet-B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the channels that passes a unit untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side n of the large kernels of a module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a block&apos;s spatial kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a layer&apos;s spatial kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the convolution&apos;s kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the depthwise kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the expand layer&apos;s larger kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the first layer&apos;s kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the large branch&apos;s kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the larger kernel: 5 in the paper, 3 in torchvision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the pooling window; the stride is 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square input image; ρ is this side over 224 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square input image; ρ is this side over 299 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square patches that the image is cut into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze-and-excitation at the end of a block, with reduction ratio r.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze-and-excitation of the expanded tensor, with reduction ratio r (to a multiple of 8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeeze-and-excitation of the expanded tensor; its inner width is the block&apos;s input channels over r.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezed channels of a fire over its output channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride of the first layer: imagenet strides as the paper does, small keeps the size (32 px images).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride of the last depthwise layer, printed as 2 beside 7×7 twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stride of the stage&apos;s first block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the setting away here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 1×1 branch beside the 3×3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 3×3 and 5×5 of a module: standard, or depthwise and a 1×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The BatchNorm branch where input and output are alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expand layer&apos;s 3×3: standard or separable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The k×k convolution of a block: depthwise, or standard over all its channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The k×k convolution of a block: depthwise, or standard over all its channels; fused: standard, the 1×1 expansion in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The k×k convolution: standard, depthwise separable, or depthwise alone (the block&apos;s 1×1 layers mix).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain network of inference: the branches fused into one convolution each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual connection around a block whose input and output have one shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual connection around a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The residual connections around both MLPs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stem&apos;s max pool pads nothing and rounds its size up, as Caffe&apos;s does, in place of one pixel all around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wide layers of a bottleneck over the narrow ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wider setting holds again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classifiers in the middle that help training; they don&apos;t run in inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pooling layer takes of its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the shortcut joins: the bottlenecks, the expanded tensors, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a unit shuffles: after its first 1×1 convolution (reduce) or after the depthwise one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a separable convolution starts with the spatial part or, as Inception does, with the 1×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column of Table 1 gives the channels; auto takes the one printed for g, a fixed one lets g change alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which convolution of a bottleneck strides: the 1×1 as in the paper, or the 3×3 as in torchvision (&quot;v1.5&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the 1×1 before a layer&apos;s 3×3, in k; off is a layer without the 1×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the depthwise layer over the width of the block&apos;s input, in multiples of 8 channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the depthwise layer over the width of the block&apos;s input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the last layer before the classifier; α leaves it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of this stage before the width multiplier, conv2_x&apos;s 64; a bottleneck gives out 4 times as many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, depth, resolution and dropout of B0 to B7 together, wherever nothing else is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero padding of conv1: 2 with 224 px, 0 with the authors&apos; 227 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auxiliary head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auxiliary heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basic: two 3×3; bottleneck: 1×1, 3×3, 1×1, wide → narrow → wide; inverted: the same, narrow → wide → narrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bypass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cardinality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel-mixing width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column of Table 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compound scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expansion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factorised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of 1×1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halved 1×1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imagenet is Table 1, small leaves out the first max pool (32 px images).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intermediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel of “5×5”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max pool rounds up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimalistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n×n convolutions as 1×n and n×1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding of conv1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placement of SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool proj</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooling window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reduce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shallow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of 3×3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffle after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spatial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squeeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squeeze ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squeeze-excite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stem channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stochastic depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stride on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token-mixing width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width of a path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Arithmetic intensity: MACs for each element read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class or operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C×H×W of one image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements of the layer&apos;s own tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements read and written: inputs, weights, output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements that the layer writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input pixels between neighbouring output values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel, stride (/2) and groups (g4), or inputs and outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learnable tensors&apos; elements, each counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs/element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: median of the runs with stamps; what lies between layers is in none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module path; of an operation, the module that calls it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates of one image under the counting rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in call order; what does not run stands last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all layers and what lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the network&apos;s MACs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the network&apos;s parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of this layer and all before it in call order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the input that one output value sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of layer it counts as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it runs at inference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cumulative MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>µs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>opinions</name>
    <message>
        <source> (MACs alone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (counts the bias: {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (differs: {0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (with the bias)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FlopCounterMode (torch {0}): {1} MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FlopCounterMode counts {0} MACs, ours {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out by the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ FlopCounterMode agrees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>own</name>
    <message>
        <source>Files: {0}

It can do everything that you can do on this computer. Allow it only if you trust who wrote it, also for later changes of these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This runs code from this folder:
{0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>Block {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks {0}–{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} here, {1} elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>published</name>
    <message>
        <source>Ours, counted the same way: {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded or cut off at its last digit, ours is {0} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only published record of this setting; click for its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>implementation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no published accuracy for this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prints {1} for {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} published records of this setting; click for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} published · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} on {2}, with the weights of the source; the weights here are others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>query</name>
    <message>
        <source>also 2.5M, 1G and 10,000; with =, equal to the digits typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also kernel, stride, channels (those that leave), in, out, size (height or width that leaves)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise convolutions; likewise pw, group, standard, conv, linear, bn, norm, relu, act, pool, add, concat, SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the path only; likewise type:, kind:, detail:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernels of 1×1; 3x3 and 1×7 likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modules that do not run at inference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 5 % of the network&apos;s MACs; params likewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not; several words must all hold, or between two of them is enough; ( ) group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of two different sides the larger one counts; kernel=1×7 asks for both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this very text; any other word is looked for in path, type, kind and detail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source> (elements)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A double click opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracies are published ones of exactly that network, with the sources&apos; own weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sweep yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values with commas, or LOW..HIGH:STEP. Allowed: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not built: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published top-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the open recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits until all is quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>totals</name>
    <message>
        <source>, batch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>weights</name>
    <message>
        <source>, top-5 {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used; see Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking what fits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not real numbers in a plain layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own: {0} on {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random, seed {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1 {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in the file, {1} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · names of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · trained from this recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} random</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
