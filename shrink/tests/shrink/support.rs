//! A module whose functions can be told apart, and a script of wasm-bindgen's shape.

use std::collections::BTreeMap;

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, MemArg, MemArgTarget, MemorySection, MemoryType, Module,
    RefType, StartSection, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ElementItems, ExternalKind, Operator, Parser, Payload, TypeRef};

/// The name under which the module imports from its script.
pub(crate) const SCRIPT: &str = "./extension_bg.js";

/// A module. A function is an index: those of the imports come first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sample {
    /// Module, name, and the number of parameters.
    pub(crate) imports: Vec<(String, String, usize)>,
    /// For each of the module's own functions, what it calls.
    pub(crate) calls: Vec<Vec<u32>>,
    pub(crate) exports: Vec<(String, u32)>,
    pub(crate) table: Vec<u32>,
    pub(crate) start: Option<u32>,
}

impl Sample {
    /// The module in bytes. Function number 7 of its own begins with `i32.const 1007`, so that it is known again elsewhere.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut types = TypeSection::new();
        for parameters in 0..4 {
            types.ty().function(vec![ValType::I32; parameters], []);
        }
        let mut imports = ImportSection::new();
        for (module, name, parameters) in &self.imports {
            imports.import(module, name, EntityType::Function(u32::try_from(*parameters).unwrap()));
        }
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for (index, calls) in self.calls.iter().enumerate() {
            functions.function(0);
            let mut body = Function::new([(1, ValType::I64)]);
            body.instructions().i32_const(1000 + i32::try_from(index).unwrap()).i32_load(aligned()).drop();
            for call in calls {
                let parameters = self.imports.get(*call as usize).map_or(0, |(.., parameters)| *parameters);
                for _ in 0..parameters {
                    body.instructions().i32_const(0);
                }
                body.instructions().call(*call);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut tables = TableSection::new();
        let length = self.table.len() as u64;
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: length,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        for (name, function) in &self.exports {
            exports.export(name, ExportKind::Func, *function);
        }
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(self.table.clone().into()));
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&tables)
            .section(&memories)
            .section(&exports);
        if let Some(function_index) = self.start {
            module.section(&StartSection { function_index });
        }
        module.section(&elements).section(&code);
        module.finish()
    }
}

fn aligned() -> MemArg {
    MemArg { offset: 0, align: 2, target: MemArgTarget::default(), ordering: None }
}

/// A module with a stack that begins at this address, and data from another on.
pub(crate) fn with_memory(stack: &ConstExpr, is_mutable: bool, data: &[(i32, &[u8])]) -> Vec<u8> {
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 32, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut globals = GlobalSection::new();
    globals.global(GlobalType { val_type: ValType::I32, mutable: is_mutable, shared: false }, stack);
    let mut section = DataSection::new();
    for (address, bytes) in data {
        section.active(0, &ConstExpr::i32_const(*address), bytes.iter().copied());
    }
    Module::new().section(&memories).section(&globals).section(&section).clone().finish()
}

/// A module's meaning, independent of order and names: each function is identified by its content.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Meaning {
    /// The instructions of each of the module's own functions. A call names its target.
    pub(crate) functions: BTreeMap<String, Vec<String>>,
    pub(crate) exports: BTreeMap<String, String>,
    pub(crate) table: Vec<String>,
    pub(crate) start: Option<String>,
}

/// Parses it. `import` returns the identity of an import from the names of its module and itself.
pub(crate) fn meaning(module: &[u8], import: impl Fn(&str, &str) -> String) -> Meaning {
    wasmparser::Validator::new().validate_all(module).unwrap();
    let mut names: Vec<String> = Vec::new();
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ImportSection(section) => {
                for found in section.into_imports() {
                    let found = found.unwrap();
                    if matches!(found.ty, TypeRef::Func(_)) {
                        names.push(import(found.module, found.name));
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let operators: Vec<Operator<'_>> =
                    body.get_operators_reader().unwrap().into_iter().map(|operator| operator.unwrap()).collect();
                names.push(format!("{:?}", operators[0]));
                bodies.push(operators);
            }
            _ => {}
        }
    }
    let name = |index: u32| names[index as usize].clone();
    let mut meaning = Meaning::default();
    for (own, body) in names.iter().rev().zip(bodies.iter().rev()) {
        let instructions = body.iter().map(|operator| match operator {
            Operator::Call { function_index } => format!("call {}", name(*function_index)),
            // Alignment hints have no meaning.
            Operator::I32Load { memarg } => format!("load {}", memarg.offset),
            other => format!("{other:?}"),
        });
        meaning.functions.insert(own.clone(), instructions.collect());
    }
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ExportSection(section) => {
                for export in section.into_iter().map(|export| export.unwrap()) {
                    let what = if export.kind == ExternalKind::Func { name(export.index) } else { "memory".to_owned() };
                    meaning.exports.insert(export.name.to_owned(), what);
                }
            }
            Payload::StartSection { func, .. } => meaning.start = Some(name(func)),
            Payload::ElementSection(section) => {
                for element in section {
                    let ElementItems::Functions(functions) = element.unwrap().items else { panic!("other elements") };
                    meaning.table.extend(functions.into_iter().map(|function| name(function.unwrap())));
                }
            }
            _ => {}
        }
    }
    meaning
}

/// A script of wasm-bindgen's shape. Entries have the indentation of an object's; `functions` is between them and the loader.
pub(crate) fn script(entries: &[(&str, &str)], functions: &str) -> String {
    let entries: String = entries.iter().map(|(name, value)| format!("        {name}: {value},\n")).collect();
    format!(
        "function __wbg_get_imports() {{
    const import0 = {{
        __proto__: null,
{entries}    }};
    return {{
        __proto__: null,
        \"{SCRIPT}\": import0,
    }};
}}

{functions}
let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {{
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}}

async function __wbg_load(module, imports) {{
    return await WebAssembly.instantiateStreaming(module, imports);
}}

function initSync(module) {{
    return __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
}}

async function __wbg_init(module_or_path) {{
    const {{ instance, module }} = await __wbg_load(await module_or_path, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}}

export {{ initSync, __wbg_init as default }};
"
    )
}
